using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Data;
using Releve.Core.Exchange;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Applications;

/// <summary>An application as a line of the record of a search.</summary>
/// <param name="At">When it was sent, UTC.</param>
/// <param name="Last">The last step, UTC.</param>
public sealed record ProofLine(DateTime At, Addressee To, ApplicationStatus Status, DateTime Last);

/// <summary>My applications as a proof of search: a page to print or to keep as PDF, and a file for a spreadsheet.</summary>
[Authorize(Access.SignedIn)]
public sealed class ProofModel(AppDb db, ReadAddressees addressees, Visitor visitor, TimeProvider time) : SitePage
{
    public override string Title => T["Applications.proof"];
    public override bool Indexed => false;

    private static readonly string[] Columns = ["sent", "to", "who", "place", "status", "last"];

    public string Name => visitor.Facts.Name;
    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
    public IReadOnlyList<ProofLine> Lines { get; private set; } = [];

    public override string AddressIn(Language language) => ApplicationsLinks.ProofPath.In(language);

    public async Task OnGetAsync(CancellationToken cancellation) => Lines = await ReadAsync(cancellation);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellation)
    {
        var file = new StringBuilder(CsvLines.ByteOrderMark);
        CsvLines.Add(file, [.. Columns.Select(column => T["Applications.proof." + column])]);
        foreach (var line in await ReadAsync(cancellation))
        {
            CsvLines.Add(file, T.Day(line.At), line.To.Title, line.To.Who, line.To.Place, T["Applications.status." + line.Status], T.Day(line.Last));
        }
        return File(Encoding.UTF8.GetBytes(file.ToString()), "text/csv; charset=utf-8", T["Applications.proof.file"]);
    }

    private async Task<IReadOnlyList<ProofLine>> ReadAsync(CancellationToken cancellation)
    {
        var own = visitor.AccountId;
        var sent = await db
            .Applications.AsNoTracking()
            .Where(one => one.AccountId == own && one.SubmittedAt != null)
            .OrderByDescending(one => one.SubmittedAt)
            .ToListAsync(cancellation);
        var ids = sent.ConvertAll(one => one.Id);
        var last = await db
            .ApplicationSteps.Where(step => ids.Contains(step.ApplicationId))
            .GroupBy(step => step.ApplicationId)
            .Select(steps => new { steps.Key, At = steps.Max(step => step.At) })
            .ToDictionaryAsync(one => one.Key, one => one.At, cancellation);
        var to = await addressees.RunAsync(sent, time.GetUtcNow().UtcDateTime, cancellation);
        return [.. sent.Select(one => new ProofLine(one.SubmittedAt!.Value, to[one.Id], one.Status, last.GetValueOrDefault(one.Id, one.SubmittedAt.Value)))];
    }
}
