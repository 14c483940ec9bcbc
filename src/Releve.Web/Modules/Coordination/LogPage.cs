using Microsoft.EntityFrameworkCore;
using Releve.Core.Audit;
using Releve.Core.Data;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Coordination;

/// <summary>A line of the audit log in words.</summary>
public sealed record LogLine(DateTime At, string By, string Action, string Subject, string? Detail);

/// <summary>The audit log, the newest first; it can be read and nothing else.</summary>
public abstract class LogPage(AppDb db) : ListPage
{
    public override string Title => T["Coordination.log"];
    public IReadOnlyList<LogLine> Lines { get; private set; } = [];

    /// <summary>What leads back from here.</summary>
    public abstract (string Text, string Url) Home { get; }

    /// <summary>All entries; the page decides which of them the visitor may see.</summary>
    protected IQueryable<AuditEntry> Entries => db.AuditEntries;

    /// <summary>Reads a page of these entries.</summary>
    protected async Task ReadAsync(IQueryable<AuditEntry> entries, CancellationToken cancellation)
    {
        var skipped = Skipped(await entries.CountAsync(cancellation));
        var page = await (
            from entry in entries
            orderby entry.At descending, entry.Id descending
            select new { Entry = entry, By = db.Accounts.FirstOrDefault(account => account.Id == entry.By) }
        )
            .AsNoTracking()
            .Skip(skipped)
            .Take(PageSize)
            .ToListAsync(cancellation);
        var names = await SubjectsAsync([.. page.Select(one => one.Entry)], cancellation);
        var texts = TextBook.In(Language).All;
        Lines =
        [
            .. page.Select(one => new LogLine(
                one.Entry.At,
                one.By?.DisplayName ?? T[one.Entry.By is null ? "Coordination.log.site" : "Coordination.somebody"],
                texts.GetValueOrDefault("Coordination.action." + one.Entry.Action, one.Entry.Action),
                names.GetValueOrDefault(one.Entry.SubjectId, one.Entry.SubjectId),
                one.Entry.Detail
            )),
        ];
    }

    /// <summary>The names of accounts; everything else is called by what it is known by: reference, slug, code.</summary>
    private async Task<Dictionary<string, string>> SubjectsAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellation)
    {
        var ids = entries.Where(one => one.Subject == "account").Select(one => Guid.TryParse(one.SubjectId, out var id) ? id : Guid.Empty).Distinct().ToArray();
        var accounts = await db.Accounts.AsNoTracking().Where(one => ids.Contains(one.Id)).ToListAsync(cancellation);
        return accounts.ToDictionary(one => one.Id.ToString(), one => one.DisplayName, StringComparer.Ordinal);
    }
}
