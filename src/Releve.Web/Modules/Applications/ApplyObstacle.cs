using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Carers;
using Releve.Core.Data;
using Releve.Core.Professions;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Applications;

/// <summary>Why somebody cannot apply here now; each has its own words instead of the form.</summary>
public enum ApplyObstacle
{
    Closed,
    Own,
    NobodyReceives,
    OtherProfession,
    RefusedProfession,
}

/// <summary>Asks, before a form is shown, what will be asked again when it is sent.</summary>
public sealed class FindObstacle(AppDb db, ProfessionCatalogue professions, TimeProvider time)
{
    /// <summary>Null when nothing is in the way. Of a profile that is not there yet nothing is asked: the form does.</summary>
    public async Task<ApplyObstacle?> RunAsync(ApplyTo to, Visitor visitor, CarerFile? file, CancellationToken cancellation)
    {
        if (to.Listing?.IsOpen(time.GetUtcNow().UtcDateTime) == false)
        {
            return ApplyObstacle.Closed;
        }
        var publisher = to.Listing is { OrganisationId: null } own ? own.AccountId : null;
        if (visitor.IsSignedIn && IsOwn(to, publisher, visitor))
        {
            return ApplyObstacle.Own;
        }
        if (!await db.IsReceivedAsync(to.Organisation?.Id, publisher, to.Territory?.Slug, cancellation))
        {
            return ApplyObstacle.NobodyReceives;
        }
        if (to.Listing is null || file is null or { Profile.Professions: [] })
        {
            return null;
        }
        return Admissions.Of(Admissions.NeededFor(to.Listing, professions), file.Profile, file.Checks) switch
        {
            Admission.OtherProfession => ApplyObstacle.OtherProfession,
            Admission.Refused => ApplyObstacle.RefusedProfession,
            _ => null,
        };
    }

    private static bool IsOwn(ApplyTo to, Guid? publisher, Visitor visitor) =>
        publisher == visitor.AccountId
        || to.Organisation is { } organisation && visitor.Facts.Organisations.ContainsKey(organisation.Id)
        || visitor.Coordinates(to.Territory?.Slug);
}
