using System.Numerics;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.LocalLife;

namespace Releve.Core.Matching;

/// <summary>Of a seeker what a comparison asks for, in 32 bytes: it lies beside each of the zones, where a search comes by.</summary>
internal struct SeekerFacts
{
    /// <summary>The wishes of each weight that wish for something, by their numbers.</summary>
    public ushort Must;
    public ushort Matters;
    public ushort Nice;
    public ushort Ways;
    public short StartMonth;
    public short FlexibleMonths;
    public short Patients;

    /// <summary>The partner's profession by number; 0 for none.</summary>
    public short Partner;
    public sbyte Sector;
    public sbyte Days;
    public byte Settings;
    public byte Rhythm;
    public byte Around;
    public byte Housing;

    /// <summary>The points that all could earn which does not hang on the offer.</summary>
    public byte Most;

    /// <summary>No zone was drawn.</summary>
    public bool Anywhere;

    /// <summary>The card says something in a wider word: viewers are answered by that.</summary>
    public bool IsWidened;
    public int Trade;
    public int Tongues;
}

/// <summary>A seeker packed: weights and wishes as bits. What rules ask for can be read back; words and the like are not held.</summary>
internal struct SeekerRow
{
    public Trade Trade;
    public Tongues Tongues;
    public SeekerZone[] Zones;
    public string? PartnerProfession;

    public SeekerFacts Facts;
    public int StartDay;
    public byte Children;

    private const int Never = -1;

    /// <summary>Packs a seeker.</summary>
    public static SeekerRow Of(Seeker seeker, Interned interned)
    {
        var wishes = seeker.Wishes;
        var (trade, tongues) = (interned.Trade(wishes.Professions, wishes.Specialties, seeker.Perhaps), interned.Tongues(wishes.Languages));
        return new SeekerRow
        {
            Trade = trade,
            Tongues = tongues,
            Zones = [.. seeker.Zones.Select(zone => zone.Area is { } area ? zone with { Area = interned.One(area) } : zone)],
            PartnerProfession = interned.One(wishes.PartnerProfession),
            StartDay = wishes.Start?.DayNumber ?? Never,
            Children = (byte)wishes.Children,
            Facts = FactsOf(seeker, trade.Number, tongues.Number, interned),
        };
    }

    private static SeekerFacts FactsOf(Seeker seeker, int trade, int tongues, Interned interned)
    {
        var wishes = seeker.Wishes;
        var facts = new SeekerFacts
        {
            Must = Weighted(wishes, WishWeight.Must),
            Matters = Weighted(wishes, WishWeight.Matters),
            Nice = Weighted(wishes, WishWeight.Nice),
            Ways = (ushort)wishes.Ways,
            Patients = (short)Math.Clamp(wishes.PatientsPerDay ?? Never, Never, short.MaxValue),
            FlexibleMonths = (short)wishes.FlexibleMonths,
            StartMonth = (short)(wishes.Start is { } start ? MatchRules.MonthOf(start) : Never),
            Partner = (short)(wishes.PartnerProfession is { } partner ? interned.NumberOf(partner) : 0),
            Sector = (sbyte)(wishes.PartnerSector is { } sector ? (int)sector : Never),
            Days = (sbyte)(wishes.DaysPerWeek ?? Never),
            Settings = (byte)wishes.Settings,
            Rhythm = (byte)wishes.Rhythm,
            Around = (byte)wishes.Surroundings,
            Housing = (byte)wishes.Housing,
            Anywhere = seeker.Anywhere,
            Trade = trade,
            Tongues = tongues,
        };
        facts.Most = (byte)(
            (MatchPoints.Of(WishWeight.Must) * BitOperations.PopCount(facts.Must))
            + (MatchPoints.Of(WishWeight.Matters) * BitOperations.PopCount(facts.Matters))
            + (MatchPoints.Of(WishWeight.Nice) * BitOperations.PopCount(facts.Nice))
            + (facts.Anywhere ? 0 : MatchPoints.Most(Criterion.Zone, WishWeight.Must))
        );
        return facts;
    }

    /// <summary>Reads back what rules ask for.</summary>
    public readonly Seeker Unpack() =>
        new()
        {
            Zones = Zones,
            Anywhere = Facts.Anywhere,
            Perhaps = Trade.Perhaps,
            Wishes = new LifeWishes
            {
                Professions = [.. Trade.Professions],
                Specialties = [.. Trade.Specialties],
                Languages = Tongues.Languages,
                Ways = (WaysToWork)Facts.Ways,
                Start = StartDay == Never ? null : DateOnly.FromDayNumber(StartDay),
                FlexibleMonths = Facts.FlexibleMonths,
                Settings = (PracticeSettings)Facts.Settings,
                DaysPerWeek = Facts.Days == Never ? null : Facts.Days,
                Rhythm = (WorkRhythm)Facts.Rhythm,
                PatientsPerDay = Facts.Patients == Never ? null : Facts.Patients,
                Surroundings = (Surroundings)Facts.Around,
                PartnerSector = Facts.Sector == Never ? null : (WorkSector)Facts.Sector,
                PartnerProfession = PartnerProfession,
                Children = (ChildrenNeeds)Children,
                Housing = (HousingWanted)Facts.Housing,
                Weights = Weights(),
            },
        };

    private readonly Dictionary<Wish, WishWeight> Weights()
    {
        var weights = new Dictionary<Wish, WishWeight>();
        for (var bits = (uint)(Facts.Must | Facts.Matters | Facts.Nice); bits != 0; bits &= bits - 1)
        {
            var bit = BitOperations.TrailingZeroCount(bits);
            weights[(Wish)bit] =
                (Facts.Must >> bit & 1) != 0 ? WishWeight.Must
                : (Facts.Matters >> bit & 1) != 0 ? WishWeight.Matters
                : WishWeight.Nice;
        }
        return weights;
    }

    private static ushort Weighted(LifeWishes wishes, WishWeight weight)
    {
        var bits = 0;
        foreach (var criterion in MatchRules.All)
        {
            if (MatchRules.WishOf(criterion) is { } wish && wishes.WeightOf(wish) == weight && MatchRules.IsSaid(criterion, wishes))
            {
                bits |= 1 << (int)wish;
            }
        }
        return (ushort)bits;
    }
}
