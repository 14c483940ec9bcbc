using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.Carers;

/// <summary>Reads all that there is of a carer; who may see what of it, <see cref="ProfileView.For"/> decides.</summary>
public sealed class ReadCarerFile(AppDb db)
{
    /// <summary>Null when the account has no profile.</summary>
    public async Task<CarerFile?> RunAsync(Guid accountId, CancellationToken cancellation = default)
    {
        var profile = await db.CarerProfiles.AsNoTracking().SingleOrDefaultAsync(one => one.AccountId == accountId, cancellation);
        if (profile is null)
        {
            return null;
        }
        var account = await db.Accounts.AsNoTracking().SingleAsync(one => one.Id == accountId, cancellation);
        var checks = await db.Verifications.AsNoTracking().Where(one => one.AccountId == accountId).ToListAsync(cancellation);
        var documents = await db.Documents.AsNoTracking().Where(one => one.AccountId == accountId).OrderBy(one => one.UploadedAt).ToListAsync(cancellation);
        var by = checks.Select(check => check.DecidedBy).OfType<Guid>().ToList();
        var deciders = by.Count == 0 ? [] : await db.Accounts.AsNoTracking().Where(one => by.Contains(one.Id)).ToListAsync(cancellation);
        return new CarerFile(account, profile, checks, documents)
        {
            Deciders = deciders
                .Select(one => (one.Id, Name: ProfileView.NameOf(one)))
                .Where(one => one.Name is not null)
                .ToDictionary(one => one.Id, one => one.Name!),
        };
    }
}
