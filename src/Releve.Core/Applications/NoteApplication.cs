using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.Applications;

/// <summary>Keeps a note that colleagues read beside an application, and its applicant never. The same button pressed twice makes one.</summary>
public sealed class NoteApplication(AppDb db)
{
    /// <summary>Keeps it.</summary>
    /// <param name="application">One that the writer receives.</param>
    /// <param name="by">Who writes.</param>
    /// <param name="id">The note's id, given with the form.</param>
    /// <param name="text">The words.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task RunAsync(Guid application, Guid by, Guid id, string text, DateTime now, CancellationToken cancellation = default)
    {
        if (id == Guid.Empty || await db.ApplicationNotes.AnyAsync(one => one.Id == id && one.Text != text, cancellation))
        {
            // Back in the browser, and something else typed there: another note.
            id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero));
        }
        if (await db.ApplicationNotes.AnyAsync(one => one.Id == id, cancellation))
        {
            return;
        }
        db.ApplicationNotes.Add(
            new ApplicationNote
            {
                Id = id,
                ApplicationId = application,
                AccountId = by,
                Text = text,
                At = now,
            }
        );
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // The same button pressed twice at once: then it is there. Anything else must not be called noted.
            db.ChangeTracker.Clear();
            if (!await db.ApplicationNotes.AnyAsync(one => one.Id == id, cancellation))
            {
                throw;
            }
        }
    }
}
