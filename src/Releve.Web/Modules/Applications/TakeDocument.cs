using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Documents;

namespace Releve.Web.Modules.Applications;

/// <summary>Takes a document that is handed in beside an application, and says which it became.</summary>
public sealed class TakeDocument(AppDb db, AddDocument add, TimeProvider time)
{
    /// <summary>What was wrong with it, or the ids of what was added.</summary>
    public async Task<(FileProblem? Problem, IReadOnlyList<Guid> Added)> RunAsync(
        Guid account,
        IFormFile? handed,
        DocumentKind kind,
        CancellationToken cancellation
    )
    {
        if (handed is null or { Length: 0 })
        {
            return (FileProblem.Empty, []);
        }
        if (handed.Length > FileKinds.LargestFile)
        {
            return (FileProblem.TooLarge, []);
        }
        var own = db.Documents.Where(one => one.AccountId == account).Select(one => one.Id);
        var before = await own.ToListAsync(cancellation);
        var bytes = new byte[handed.Length];
        await using (var stream = handed.OpenReadStream())
        {
            await stream.ReadExactlyAsync(bytes, cancellation);
        }
        var problem = await add.RunAsync(account, new HandedFile(kind, handed.FileName, bytes), time.GetUtcNow().UtcDateTime, cancellation);
        return problem is null ? (null, [.. (await own.ToListAsync(cancellation)).Except(before)]) : (problem, []);
    }
}
