using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Documents;
using Releve.Core.Listings;

namespace Releve.Core.Publishing;

/// <summary>Takes photographs into a form, one after the other; the first that is not taken ends it.</summary>
public sealed class AddPhotographs(AppDb db, AddDocument add)
{
    /// <summary>The name of their field.</summary>
    public const string Field = "photographs";

    /// <summary>What was wrong with one of them; null when all were taken.</summary>
    public async Task<FileProblem?> RunAsync(ListingForm form, string? name, byte[] bytes, DateTime now, CancellationToken cancellation)
    {
        if (Ids(form).Length >= PremisesDetails.MostPhotographs)
        {
            return FileProblem.TooMany;
        }
        var id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero));
        if (await add.RunAsync(form.AccountId, new HandedFile(DocumentKind.Listing, name, bytes) { Id = id }, now, cancellation) is { } problem)
        {
            return problem;
        }
        for (; ; )
        {
            Append(form, id, now);
            try
            {
                await db.SaveChangesAsync(cancellation);
                return null;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Kept by another tab at this moment: the photograph comes to what that one kept.
                await db.Entry(form).ReloadAsync(cancellation);
            }
        }
    }

    private static string[] Ids(ListingForm form) => form.Fields.GetValueOrDefault(Field, []);

    private static void Append(ListingForm form, Guid id, DateTime now)
    {
        var ids = Ids(form);
        var texts = form.Fields.GetValueOrDefault(Field + "Text", []);
        form.Fields = new Dictionary<string, string[]>(form.Fields, StringComparer.Ordinal)
        {
            [Field] = [.. ids, id.ToString("N")],
            // One text a photograph, empty or not: they belong together by their place.
            [Field + "Text"] = [.. ids.Select((_, i) => texts.ElementAtOrDefault(i) ?? ""), ""],
        };
        form.UpdatedAt = now;
        form.Version++;
    }
}
