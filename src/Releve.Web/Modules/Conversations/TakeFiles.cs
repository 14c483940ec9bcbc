using Releve.Core.Documents;

namespace Releve.Web.Modules.Conversations;

/// <summary>What became of the files of a message: their ids, or what was wrong with one of them.</summary>
public sealed record TakenFiles(IReadOnlyList<Guid> Ids, FileProblem? Problem, string? Name);

/// <summary>Takes the files handed in with a message. Their ids follow from the message's: a second press brings the same files.</summary>
public sealed class TakeFiles(AddDocument add, RemoveDocument remove, Core.Data.AppDb db)
{
    /// <summary>Takes all of them, or none.</summary>
    public async Task<TakenFiles> RunAsync(Guid account, Guid message, IReadOnlyList<IFormFile> files, DateTime now, CancellationToken cancellation)
    {
        var taken = new List<Guid>();
        foreach (var (i, file) in files.Index())
        {
            var id = IdOf(message, i);
            if (await db.Documents.FindAsync([id], cancellation) is { } there && there.AccountId == account)
            {
                taken.Add(id);
                continue;
            }
            var problem = file.Length > FileKinds.LargestFile ? FileProblem.TooLarge : await TakeAsync(account, id, file, now, cancellation);
            if (problem is not null)
            {
                await GiveBackAsync(account, taken, now, cancellation);
                return new TakenFiles([], problem, file.FileName);
            }
            taken.Add(id);
        }
        return new TakenFiles(taken, null, null);
    }

    /// <summary>Removes them again: their message was not sent.</summary>
    public async Task GiveBackAsync(Guid account, IReadOnlyList<Guid> taken, DateTime now, CancellationToken cancellation)
    {
        foreach (var id in taken)
        {
            await remove.RunAsync(account, id, now, cancellation);
        }
    }

    private async Task<FileProblem?> TakeAsync(Guid account, Guid id, IFormFile file, DateTime now, CancellationToken cancellation)
    {
        var bytes = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
        {
            await stream.ReadExactlyAsync(bytes, cancellation);
        }
        return await add.RunAsync(account, new HandedFile(DocumentKind.Attachment, file.FileName, bytes) { Id = id }, now, cancellation);
    }

    private static Guid IdOf(Guid message, int index)
    {
        var bytes = message.ToByteArray();
        bytes[^1] ^= (byte)(index + 1);
        return new Guid(bytes);
    }
}
