using Releve.Core.Applications;
using Releve.Web.Modules.Carers;

namespace Releve.Web.Modules.Applications;

/// <summary>What the recipient of an application sees, with what its page needs to say it in words. Shown by _ApplicationView.</summary>
/// <param name="Opens">Documents are links; false while nothing has been sent.</param>
public sealed record ShownApplication(ApplicationView View, ProfileWording Wording, bool Opens);
