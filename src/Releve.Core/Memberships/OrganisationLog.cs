using Releve.Core.Audit;
using Releve.Core.Data;
using Releve.Core.Organisations;

namespace Releve.Core.Memberships;

/// <summary>Lines of the audit log about an organisation, stored with the change that they tell of.</summary>
public static class OrganisationLog
{
    private const int LongestSubject = 60;

    /// <summary>Notes what somebody did to an organisation; nobody when the site did it by itself.</summary>
    public static void Note(this AppDb db, Organisation organisation, Guid? by, string action, DateTime now, string? detail = null) =>
        db.AuditEntries.Add(
            AuditEntry.Of(by, action, "organisation", organisation.Slug.Length <= LongestSubject ? organisation.Slug : organisation.Id.ToString(), now, detail)
        );
}
