using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Audit;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Core.Territories;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Coordination;

/// <summary>A line of the audit log in words; <paramref name="Subject"/> is null where somebody looked at a list.</summary>
public sealed record LogLine(DateTime At, string By, string Action, string? Subject, string? Detail);

/// <summary>
/// The audit log, the newest first; it can be read and nothing else. Looks at people and documents are many: they stand apart
/// from the decisions.
/// </summary>
public abstract class LogPage(AppDb db, ProfessionCatalogue professions, TerritoryBook territories, Gazetteer gazetteer) : ListPage
{
    private const string LooksWord = "looks";

    /// <summary>What is a look and no decision; an alert about many looks is for everybody to see.</summary>
    private static readonly string[] LookActions =
    [
        "person.viewed",
        "people.listed",
        "document.viewed",
        "applications.exported",
        "conversation.viewed",
        "card.opened",
    ];

    public override string Title => T["Coordination.log"];

    [BindProperty(SupportsGet = true, Name = "show")]
    public string? Show { get; set; }

    public bool IsLooks => Show == LooksWord;

    /// <summary>The two halves of the log: name, address, whether this is it.</summary>
    public IReadOnlyList<(string Text, string Url, bool IsHere)> Halves =>
        [(T["Coordination.log.decisions"], PathIn(Language), !IsLooks), (T["Coordination.log.looks"], $"{PathIn(Language)}?show={LooksWord}", IsLooks)];

    public IReadOnlyList<LogLine> Lines { get; private set; } = [];

    /// <summary>What leads back from here.</summary>
    public abstract (string Text, string Url) Home { get; }

    /// <summary>All entries; the page decides which of them the visitor may see.</summary>
    protected IQueryable<AuditEntry> Entries => db.AuditEntries;

    public override string AddressIn(Language language) => PathIn(language) + (IsLooks ? "?show=" + LooksWord : "");

    /// <summary>Reads a page of these entries.</summary>
    protected async Task ReadAsync(IQueryable<AuditEntry> all, CancellationToken cancellation)
    {
        var entries = IsLooks ? all.Where(one => LookActions.Contains(one.Action)) : all.Where(one => !LookActions.Contains(one.Action));
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
                SubjectOf(one.Entry, names),
                DetailOf(one.Entry, names)
            )),
        ];
    }

    private string? SubjectOf(AuditEntry entry, Dictionary<string, string> names) =>
        IsOfList(entry) ? null
        : entry.Subject == "profession" ? Named(entry.SubjectId)
        : entry.Subject == "territory" ? TerritoryNamed(entry.SubjectId)
        // Between whom it is, the log does not say: the report does, to who may see it.
        : entry.Subject is "conversation" or "card" ? null
        : entry.Subject == "job" ? JobName.In(T, entry.SubjectId)
        : names.GetValueOrDefault(entry.SubjectId, entry.SubjectId);

    private string? DetailOf(AuditEntry entry, Dictionary<string, string> names)
    {
        if (entry.Detail is not { } detail)
        {
            return null;
        }
        if (IsOfList(entry))
        {
            return T.Count("Coordination.people.count", long.Parse(detail, CultureInfo.InvariantCulture));
        }
        if (entry.Action == "organisation.corrected")
        {
            return LogCorrection.InWords(detail, T, gazetteer);
        }
        if (entry.Action.StartsWith("coordinator.", StringComparison.Ordinal))
        {
            return TerritoryNamed(detail);
        }
        if (entry.Action.StartsWith("site.", StringComparison.Ordinal))
        {
            // The group that the site came to or left.
            return names.GetValueOrDefault(detail, detail);
        }
        var parts = detail.Split(": ", 2);
        if (entry.Action.StartsWith("member.", StringComparison.Ordinal) && parts.Length == 2)
        {
            // Whose role; the one before and the one after it.
            var roles = parts[1].Split(" → ").Select(role => TextBook.In(Language).All.GetValueOrDefault("Memberships.role." + role, role));
            return T.With("Coordination.log.reason", ("profession", parts[0]), ("reason", string.Join(" → ", roles)));
        }
        if (!entry.Action.StartsWith("verification.", StringComparison.Ordinal))
        {
            return detail;
        }
        // The profession's code, and the reason of a refusal after it.
        return parts.Length == 1 ? Named(parts[0]) : T.With("Coordination.log.reason", ("profession", Named(parts[0])), ("reason", parts[1]));
    }

    private static bool IsOfList(AuditEntry entry) => entry.Action.StartsWith("people.", StringComparison.Ordinal);

    private string TerritoryNamed(string slug) => territories.Find(slug)?.Names.In(Language) ?? slug;

    private string Named(string profession) => professions.Find(profession) is null ? profession : professions.LabelOf(profession, Language);

    /// <summary>The names of accounts and organisations; everything else is called by what it is known by: reference, code.</summary>
    private async Task<Dictionary<string, string>> SubjectsAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellation)
    {
        var ids = entries.Where(one => one.Subject == "account").Select(one => Guid.TryParse(one.SubjectId, out var id) ? id : Guid.Empty).Distinct().ToArray();
        var accounts = await db.Accounts.AsNoTracking().Where(one => ids.Contains(one.Id)).ToListAsync(cancellation);
        var names = accounts.ToDictionary(one => one.Id.ToString(), one => one.DisplayName, StringComparer.Ordinal);
        var slugs = entries
            .Where(one => one.Subject == "organisation")
            .SelectMany(one => one.Action.StartsWith("site.", StringComparison.Ordinal) ? new[] { one.SubjectId, one.Detail ?? "" } : [one.SubjectId])
            .Distinct()
            .ToArray();
        foreach (var one in await db.Organisations.Where(one => slugs.Contains(one.Slug)).Select(one => new { one.Slug, one.Name }).ToListAsync(cancellation))
        {
            names[one.Slug] = one.Name;
        }
        return names;
    }
}
