using Releve.Core.Matching;

namespace Releve.Web.Modules.Matching;

/// <summary>The reasons of a fit as a table: what is wished, what is offered, whether it is there.</summary>
/// <param name="Lines">Line by line, in the order of the rules.</param>
/// <param name="Fit">The fit.</param>
/// <param name="Count">How many of how many, in words.</param>
public sealed record ReasonTable(IReadOnlyList<ReasonLine> Lines, Fit Fit, string Count)
{
    /// <summary>How many lines are met.</summary>
    public int Met => Fit.Reasons.Count(reason => reason.Verdict == Verdict.Yes);

    /// <summary>How many are to ask.</summary>
    public int ToAsk => Fit.Reasons.Count(reason => reason.Verdict == Verdict.Unknown);

    /// <summary>The lines of a verdict.</summary>
    public IEnumerable<ReasonLine> Of(Verdict verdict) => Lines.Where(line => line.Reason.Verdict == verdict);

    /// <summary>The lines that always decide or are indispensable, or the others.</summary>
    public IReadOnlyList<ReasonLine> Group(bool musts) => [.. Lines.Where(line => line.IsMust == musts)];
}

/// <summary>How a table of reasons speaks to who reads it.</summary>
/// <param name="How">What the points were counted from.</param>
/// <param name="Caption">What the table is about, for those who do not see it.</param>
/// <param name="Wished">Who wishes.</param>
/// <param name="Offered">Who offers.</param>
public sealed record ReasonTitles(string How, string Caption, string Wished, string Offered);
