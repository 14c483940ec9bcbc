using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Organisations;
using Releve.Core.Places;

namespace Releve.Core.Demonstration;

/// <summary>
/// The demonstration's texts at any size, all over France and Belgium, for benchmarks: more listings where more people
/// live, more nurses than orthoptists, most of them job offers. The same size and seed give the same listings.
/// </summary>
public sealed class ScaleListings
{
    // Shares of the kinds in percent, in the order of ListingKind.
    private static readonly int[] KindShares = [55, 15, 10, 3, 4, 4, 5, 2, 2];

    private readonly DemonstrationPlan plan;
    private readonly ScaleCast cast;
    private readonly Dictionary<(ListingKind Kind, string Group), (DemonstrationText Text, double Until)[]> texts = [];
    private readonly Phrase[][] sentencesFr;
    private readonly Phrase[][] sentencesNl;
    private readonly ulong seed;

    /// <summary>Prepares a run. <paramref name="size"/> also decides how many organisations there are: one for forty listings.</summary>
    public ScaleListings(DemonstrationPlan plan, IReadOnlyList<Commune> communes, int size, ulong seed = 1)
    {
        this.plan = plan;
        this.seed = seed;
        Size = size;
        cast = new ScaleCast(plan, communes, Math.Max(40, size / 40), seed);
        sentencesFr = [.. plan.Sentences.Values.Select(byLanguage => byLanguage.GetValueOrDefault("fr")).OfType<Phrase[]>()];
        sentencesNl = [.. plan.Sentences.Values.Select(byLanguage => byLanguage.GetValueOrDefault("nl")).OfType<Phrase[]>()];
        foreach (var group in plan.Texts.GroupBy(text => (text.Kind, ScaleCast.Group(text.Country, text.Language.Code()))))
        {
            texts[group.Key] = Weighted(group);
        }
    }

    /// <summary>How many listings.</summary>
    public int Size { get; }

    /// <summary>The organisations that publish.</summary>
    public IEnumerable<Organisation> Organisations => cast.Organisations;

    /// <summary>The listings, all of them live at <paramref name="now"/>.</summary>
    public IEnumerable<Listing> Generate(DateTime now)
    {
        var dice = new Dice(seed * 31 + 7);
        var today = DateOnly.FromDateTime(now);
        for (var i = 0; i < Size; i++)
        {
            yield return Make(dice, today, now);
        }
    }

    /// <summary>Stores organisations and listings in one transaction, many rows a statement.</summary>
    public Task WriteAsync(AppDb db, DateTime now, IProgress<LoadProgress>? progress = null, CancellationToken cancellation = default) =>
        db.InTransactionAsync(
            async transaction =>
            {
                await new BulkInsert(db, transaction).RunAsync(Organisations, null, Size, cancellation);
                await new BulkInsert(db, transaction).RunAsync(Generate(now), progress, Size, cancellation);
            },
            cancellation
        );

    private Listing Make(Dice dice, DateOnly today, DateTime now)
    {
        var text = Text(dice);
        var publisher = cast.Publisher(text, dice);
        var setting = new Setting(text, publisher, dice, today, use: null);
        var content = ListingComposer.Compose(setting, Place, Title);
        var published = now.AddMinutes(-1 - (int)(58 * 24 * 60 * Math.Pow(dice.Part(), 1.6)));
        var source = dice.Next(10) switch
        {
            0 => ListingSource.Api,
            < 4 => ListingSource.Import,
            _ => ListingSource.Here,
        };
        var listing = Listing.Draft(dice.Id(published), content, publisher.Organisation?.Id, source, published);
        listing.Publish(LoadDemonstration.Author, published);
        return listing;
    }

    private DemonstrationText Text(Dice dice)
    {
        while (true)
        {
            var group = cast.Group(dice);
            if (texts.TryGetValue((Kind(dice), group), out var weighted))
            {
                var at = dice.Part() * weighted[^1].Until;
                var index = 0;
                while (weighted[index].Until < at)
                {
                    index++;
                }
                return weighted[index].Text;
            }
        }
    }

    private static ListingKind Kind(Dice dice)
    {
        var at = dice.Next(100);
        var kind = 0;
        while (at >= KindShares[kind])
        {
            at -= KindShares[kind++];
        }
        return (ListingKind)kind;
    }

    private static (DemonstrationText, double)[] Weighted(IEnumerable<DemonstrationText> texts)
    {
        var sum = 0.0;
        return [.. texts.Select(text => (text, sum += Weight(text)))];
    }

    private static double Weight(DemonstrationText text) =>
        text.Entry.Uses
        * text.Entry.Professions[0] switch
        {
            "nurse" or "care-assistant" => 3,
            "physician" => 1.3,
            _ => 0.7,
        };

    private static string Title(Setting setting, Phrase[] wordings)
    {
        var title = setting.Dice.Of(wordings).Write(setting);
        return char.ToUpperInvariant(title[0]) + title[1..];
    }

    // Half of the texts say something on a commune, if not always on their own: lengths and words matter here, not truth.
    private string? Place(Setting setting)
    {
        var all = setting.Language == Language.Dutch ? sentencesNl : sentencesFr;
        if (all.Length == 0 || setting.Dice.Next(2) == 0)
        {
            return null;
        }
        var sentences = setting.Dice.Of(all);
        return $"{setting.Dice.Of(sentences).Write(setting)} {setting.Dice.Of(sentences).Write(setting)}";
    }
}
