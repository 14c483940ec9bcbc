using System.Globalization;

namespace Releve.Web.Modules.Errors;

/// <summary>The pages for what is not there and what went wrong, in the language of the address that was asked for.</summary>
public static class ErrorsModule
{
    /// <summary>The address to which a failed request is led inside the server.</summary>
    public const string Template = "/error/{0}";

    /// <summary>The address for one status.</summary>
    public static string Path(int status) => string.Create(CultureInfo.InvariantCulture, $"/error/{status}");
}
