using System.Globalization;
using Releve.Core.Languages;
using Releve.Core.Listings;

namespace Releve.Core.Demonstration;

/// <summary>Gives every use of every text to a publisher whom it suits, and lives its life up to today.</summary>
internal sealed class DemonstrationListings(DemonstrationPlan plan, DemonstrationCast cast, DateTime now)
{
    private const string By = LoadDemonstration.Author;
    private readonly DateOnly today = DateOnly.FromDateTime(now);
    private readonly Dictionary<string, int> load = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> territoryLoad = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Text, string Where), int> textLoad = [];
    private readonly Dictionary<(string Territory, string Title), int> titles = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private int count;

    /// <summary>All listings with their territory.</summary>
    public IEnumerable<(string Territory, Listing Listing)> Make()
    {
        foreach (var text in plan.Texts)
        {
            var suited = cast.Publishers.Where(publisher => Suits(text, publisher)).ToList();
            for (var use = 0; use < text.Entry.Uses; use++)
            {
                if (LeastLoaded(text, suited, Dice.For($"{text.Key}:{use}")) is { } publisher)
                {
                    yield return (publisher.Territory, Make(text, publisher, use));
                }
            }
        }
    }

    private Listing Make(DemonstrationText text, Publisher publisher, int use)
    {
        var dice = Dice.For($"listing:{text.Key}:{publisher.Key}:{use}");
        var id = dice.Id(DemonstrationCast.FirstInstant.AddMinutes(dice.Next(200_000)));
        var setting = new Setting(text, publisher, dice, today, use);
        var content = ListingComposer.Compose(setting, Place, Title);
        return Live(Listing.Draft(id, content, publisher.Organisation?.Id, Source(dice), Published(text.Kind, dice)), dice);
    }

    private Publisher? LeastLoaded(DemonstrationText text, List<Publisher> suited, Dice dice)
    {
        Publisher? best = null;
        var least = double.MaxValue;
        foreach (var publisher in suited)
        {
            var share = plan.Entries.First(territory => territory.Slug == publisher.Territory).Share;
            var weight = Load(text, publisher, share) + (dice.Part() * 0.05);
            if (weight < least)
            {
                (best, least) = (publisher, weight);
            }
        }
        if (best is not null)
        {
            Count(load, best.Key);
            Count(territoryLoad, best.Territory + text.Language);
            Count(textLoad, (text.Key, best.Key));
            Count(textLoad, (text.Key, best.Territory));
        }
        return best;
    }

    private double Load(DemonstrationText text, Publisher publisher, double share) =>
        (load.GetValueOrDefault(publisher.Key) / publisher.Capacity)
        + (3 * textLoad.GetValueOrDefault((text.Key, publisher.Key)))
        + (0.5 * textLoad.GetValueOrDefault((text.Key, publisher.Territory)) / share)
        + (territoryLoad.GetValueOrDefault(publisher.Territory + text.Language) / (220 * share));

    /// <summary>True when law, language, kind and wards of the publisher are those of the text.</summary>
    internal static bool Suits(DemonstrationText text, Publisher publisher) =>
        publisher.Commune.Country == text.Country
        && publisher.Languages.Contains(text.Language.Code())
        && text.Entry.At.Contains(publisher.Organisation?.Kind.ToString() ?? "Carer")
        && (text.Entry.Needs is null || publisher.Tags.Contains(text.Entry.Needs) || publisher.Territory == text.Entry.Needs)
        && (text.Translation is null || publisher.Languages.Contains(text.Translation.Value.Language.Code()))
        && text.NeededWords.All(publisher.Words.ContainsKey)
        && (text.Entry.Needs == "psy" || Sought(text).Any(publisher.Seeks));

    private static IEnumerable<string> Sought(DemonstrationText text) =>
        text.Entry.Facts.TryGetValue("variant", out var variants) ? variants.Select(variant => variant.Split('=')[0])
        : text.Entry.Specialties.Length > 0 ? text.Entry.Specialties
        : text.Entry.Professions;

    private string Title(Setting setting, Phrase[] wordings)
    {
        var territory = setting.Publisher.Territory;
        var best = "";
        var least = int.MaxValue;
        for (var i = 0; i < wordings.Length && least > 0; i++)
        {
            var title = Capital(wordings[(setting.Use + i) % wordings.Length].Write(setting));
            var used = titles.GetValueOrDefault((territory, title));
            if (used < least)
            {
                (best, least) = (title, used);
            }
        }
        if (least > 0)
        {
            best = $"{best}, {setting.Slot("commune")}";
        }
        Count(titles, (territory, best));
        return best;
    }

    /// <summary>Two sentences on the commune, another pair each time; fewer where the text is long already.</summary>
    private string? Place(Setting setting)
    {
        var commune = setting.Publisher.Commune.Code;
        if (
            setting.Text.Kind == ListingKind.Shift
            || !plan.Sentences.TryGetValue(commune, out var byLanguage)
            || !byLanguage.TryGetValue(setting.Language.Code(), out var all)
        )
        {
            return null;
        }
        var turn = places.GetValueOrDefault(commune);
        Count(places, commune);
        var first = turn % all.Length;
        var second = (first + 1 + (turn / all.Length % Math.Max(1, all.Length - 1))) % all.Length;
        return first == second ? all[first].Write(setting) : $"{all[first].Write(setting)} {all[second].Write(setting)}";
    }

    private DateTime Published(ListingKind kind, Dice dice)
    {
        var age = 45 * Math.Pow(dice.Part(), 2);
        // A few are about to expire, but no shift is told of two months ahead.
        var days = kind != ListingKind.Shift && count % 53 == 7 ? dice.Between(55, 58) : (int)age;
        var midnight = today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return midnight.AddDays(-days).AddMinutes(-dice.Between(6 * 60, 17 * 60));
    }

    private Listing Live(Listing listing, Dice dice)
    {
        var closes = count++ % 26 == 19;
        var published = listing.CreatedAt;
        if (!closes)
        {
            listing.Publish(By, published);
            return listing;
        }
        var outcome = (count / 26 % 10) switch
        {
            0 or 1 or 4 or 6 or 8 => CloseOutcome.FilledHere,
            2 or 7 => CloseOutcome.FilledElsewhere,
            3 or 9 => CloseOutcome.Withdrawn,
            _ => CloseOutcome.Expired,
        };
        var midnight = today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var closed = midnight.AddDays(-dice.Between(1, 12)).AddHours(-dice.Between(6, 15));
        listing.Publish(By, outcome == CloseOutcome.Expired ? closed.AddDays(-Listing.DaysLive) : closed.AddDays(-dice.Between(9, 40)));
        listing.Close(outcome, By, closed);
        return listing;
    }

    private static ListingSource Source(Dice dice) =>
        dice.Next(20) switch
        {
            0 => ListingSource.Api,
            1 or 2 => ListingSource.Import,
            _ => ListingSource.Here,
        };

    private static string Capital(string title) => title.Length == 0 ? title : char.ToUpper(title[0], CultureInfo.InvariantCulture) + title[1..];

    private static void Count<T>(Dictionary<T, int> counts, T key)
        where T : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;
}
