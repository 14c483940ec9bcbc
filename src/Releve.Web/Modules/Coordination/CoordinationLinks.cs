using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Coordination;

/// <summary>Every address of this module.</summary>
public static class CoordinationLinks
{
    public static LocalPath HomePath { get; } = new("coordination", "coordinatie", "coordination");
    public static LocalPath VerificationsPath { get; } = new("coordination/verifications", "coordinatie/verificaties", "coordination/verifications");
    public static LocalPath VerificationPath { get; } = new("coordination/verification", "coordinatie/verificatie", "coordination/verification");

    /// <summary>The address of one thing below a path.</summary>
    public static string Of(LocalPath path, Guid id, Language language) => $"{path.In(language)}/{id:N}";

    /// <summary>The address of one thing below a path.</summary>
    public static string Of(LocalPath path, string id, Language language) => $"{path.In(language)}/{id}";

    /// <summary>A list, and what was just done there.</summary>
    public static string After(LocalPath path, string done, Language language) => $"{path.In(language)}?done={done}";
}
