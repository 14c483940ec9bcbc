using System.Collections.Frozen;
using Releve.Core.Places;

namespace Releve.Core.LifeProjects;

/// <summary>
/// How many shown life projects share a profession, a specialty or the health profession of who comes along, by département,
/// province and region: what too few share is not on a card.
/// </summary>
public sealed class CardCrowd
{
    /// <summary>How many must share something before a card says it.</summary>
    public const int Enough = 3;

    /// <summary>Those who would live anywhere.</summary>
    private const string Anywhere = "";

    private readonly FrozenDictionary<(string Place, string Code), int> counts;

    private CardCrowd(IReadOnlyDictionary<(string, string), int> counts) => this.counts = counts.ToFrozenDictionary();

    /// <summary>Nobody is shown.</summary>
    public static CardCrowd Empty { get; } = new(new Dictionary<(string, string), int>());

    /// <summary>Counts the wishes of shown life projects; each is read once.</summary>
    public static CardCrowd Of(IEnumerable<LifeWishes> shown, Gazetteer gazetteer)
    {
        var counter = new Counter(gazetteer);
        foreach (var wishes in shown)
        {
            counter.Add(wishes);
        }
        return counter.Count();
    }

    /// <summary>True when enough share the profession or specialty in every place that the card names; anywhere, when enough share it at all.</summary>
    public bool Share(string code, IReadOnlyList<string> places) =>
        places.Count == 0 ? Of(Anywhere, code) >= Enough : places.All(place => Of(place, code) >= Enough);

    private int Of(string place, string code) => counts.GetValueOrDefault((place, code));

    /// <summary>Counts one life project after the other, for whoever reads them in a stream.</summary>
    public sealed class Counter(Gazetteer gazetteer)
    {
        private readonly Dictionary<(string, string), int> counted = [];
        private readonly Dictionary<string, string?> coarse = new(StringComparer.Ordinal);

        /// <summary>Counts one.</summary>
        public void Add(LifeWishes wishes)
        {
            var codes = wishes
                .Professions.Concat(wishes.Specialties)
                .Concat(wishes.PartnerProfession is { } partner ? [AnonymousCard.PartnerKey(partner)] : [])
                .Distinct(StringComparer.Ordinal)
                .ToList();
            foreach (var place in Places(wishes))
            {
                foreach (var code in codes)
                {
                    counted[(place, code)] = counted.GetValueOrDefault((place, code)) + 1;
                }
            }
        }

        /// <summary>What was counted.</summary>
        public CardCrowd Count() => new(counted);

        // Every project counts among those anywhere; with zones, in each place that its card names.
        private IEnumerable<string> Places(LifeWishes wishes) =>
            wishes.Zones.Select(zone => Coarse(zone.PlaceCode)).OfType<string>().Append(Anywhere).Distinct();

        private string? Coarse(string code) => coarse.TryGetValue(code, out var known) ? known : coarse[code] = CoarsePlaces.Of(code, gazetteer);
    }
}
