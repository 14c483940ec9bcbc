using Microsoft.EntityFrameworkCore;
using Releve.Core.Carers;
using Releve.Core.Data;
using Releve.Core.Documents;

namespace Releve.Core.Applications;

/// <summary>Which documents of an applicant the recipients of an application may open: those that it names, and the photograph where the profile shows it.</summary>
public static class NamedDocuments
{
    /// <summary>True when that person receives an application of the document's owner that shows it. What was taken back shows nothing any more.</summary>
    public static async Task<bool> ShowsAsync(this AppDb db, Recipient who, Document document, CancellationToken cancellation = default)
    {
        var received = db
            .Applications.ReceivedBy(who)
            .Where(one =>
                one.AccountId == document.AccountId
                && one.Status != ApplicationStatus.Withdrawn
                && one.Status != ApplicationStatus.HiredElsewhere
                && one.Status != ApplicationStatus.Expired
            );
        if (document.Kind != DocumentKind.Photo)
        {
            return await received.AnyAsync(one => one.Documents.Contains(document.Id), cancellation);
        }
        var profile = await db
            .CarerProfiles.Where(one => one.AccountId == document.AccountId && one.PhotoId == document.Id)
            .Select(one => new { one.Visibility })
            .FirstOrDefaultAsync(cancellation);
        return profile is not null && profile.Visibility.Photo.Includes(Audience.WhereIApplied) && await received.AnyAsync(cancellation);
    }
}
