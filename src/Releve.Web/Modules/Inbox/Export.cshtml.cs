using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Releve.Core.Audit;
using Releve.Core.Data;
using Releve.Core.Exchange;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Inbox;

/// <summary>The list as a file for a spreadsheet: what its filters show, and of each person what the page of the application shows.</summary>
public sealed class ExportModel(AppDb db, ReadInbox read, ReadInboxLines lines, Visitor visitor, TimeProvider time) : InboxPage(visitor, time)
{
    private const int Most = 5000;
    private const int AtOnce = 500;

    private static readonly string[] Columns =
    [
        "name",
        "email",
        "phone",
        "professions",
        "listing",
        "organisation",
        "status",
        "sent",
        "answered",
        "available",
        "message",
    ];

    public override string Heading => T["Inbox.export"];

    public override string? AddressIn(Language language) => InboxLinks.ExportPath.In(language);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var (_, found) = await read.RunAsync(Me, InboxFilter.Read(Request.Query), Now, cancellation);
        var file = new StringBuilder(CsvLines.ByteOrderMark);
        CsvLines.Add(file, [.. Columns.Select(column => T["Inbox.column." + column])]);
        foreach (var some in found.Take(Most).Select(one => one.Id).Chunk(AtOnce))
        {
            foreach (var line in await lines.RunAsync(some, Now, cancellation))
            {
                CsvLines.Add(file, Row(line));
            }
        }
        db.AuditEntries.Add(
            AuditEntry.Of(
                Visitor.AccountId,
                "applications.exported",
                "account",
                Visitor.AccountId.ToString(),
                Now,
                Math.Min(found.Count, Most).ToString(CultureInfo.InvariantCulture)
            )
        );
        await db.SaveChangesAsync(cancellation);
        Response.Headers.CacheControl = "private, no-store";
        return File(Encoding.UTF8.GetBytes(file.ToString()), "text/csv; charset=utf-8", T["Inbox.export.file"]);
    }

    private string[] Row(InboxLine line) =>
        [
            line.Name,
            line.Applicant.Email ?? "",
            line.Applicant.Phone ?? "",
            line.Professions,
            line.To.Title,
            line.To.Who,
            T["Inbox.status." + line.Application.Status],
            Day(line.Application.SubmittedAt),
            Day(line.Application.AnsweredAt),
            line.Application.AvailableFrom?.ToString("O", CultureInfo.InvariantCulture) ?? "",
            line.Application.Message,
        ];

    private static string Day(DateTime? at) => at?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
