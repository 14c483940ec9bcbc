using System.Numerics;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.LocalLife;

namespace Releve.Core.Matching;

/// <summary>A seeker packed: weights and wishes as bits. What rules ask for can be read back; words and the like are not held.</summary>
internal struct SeekerRow
{
    public Trade Trade;
    public Tongues Tongues;
    public SeekerZone[] Zones;
    public string? PartnerProfession;

    /// <summary>The wishes of each weight that wish for something, by their numbers.</summary>
    public ushort Must;
    public ushort Matters;
    public ushort Nice;
    public ushort Ways;
    public short Patients;
    public short FlexibleMonths;
    public int StartDay;
    public int StartMonth;
    public sbyte Sector;
    public sbyte Days;
    public byte Settings;
    public byte Rhythm;
    public byte Around;
    public byte Housing;
    public byte Children;
    public bool Anywhere;

    /// <summary>The points that all could earn which does not hang on the offer.</summary>
    public byte Most;

    private const int Never = -1;

    /// <summary>Packs a seeker.</summary>
    public static SeekerRow Of(Seeker seeker, Interned interned)
    {
        var wishes = seeker.Wishes;
        var row = new SeekerRow
        {
            Trade = interned.Trade(wishes.Professions, wishes.Specialties, seeker.Perhaps),
            Tongues = interned.Tongues(wishes.Languages),
            Zones = [.. seeker.Zones.Select(zone => zone.Area is { } area ? zone with { Area = interned.One(area) } : zone)],
            PartnerProfession = interned.One(wishes.PartnerProfession),
            Must = Weighted(wishes, WishWeight.Must),
            Matters = Weighted(wishes, WishWeight.Matters),
            Nice = Weighted(wishes, WishWeight.Nice),
            Ways = (ushort)wishes.Ways,
            Patients = (short)Math.Clamp(wishes.PatientsPerDay ?? Never, Never, short.MaxValue),
            FlexibleMonths = (short)wishes.FlexibleMonths,
            StartDay = wishes.Start?.DayNumber ?? Never,
            StartMonth = wishes.Start is { } start ? MatchRules.MonthOf(start) : Never,
            Sector = (sbyte)(wishes.PartnerSector is { } sector ? (int)sector : Never),
            Days = (sbyte)(wishes.DaysPerWeek ?? Never),
            Settings = (byte)wishes.Settings,
            Rhythm = (byte)wishes.Rhythm,
            Around = (byte)wishes.Surroundings,
            Housing = (byte)wishes.Housing,
            Children = (byte)wishes.Children,
            Anywhere = seeker.Anywhere,
        };
        row.Most = (byte)(
            (MatchPoints.Of(WishWeight.Must) * BitOperations.PopCount(row.Must))
            + (MatchPoints.Of(WishWeight.Matters) * BitOperations.PopCount(row.Matters))
            + (MatchPoints.Of(WishWeight.Nice) * BitOperations.PopCount(row.Nice))
            + (row.Anywhere ? 0 : MatchPoints.Most(Criterion.Zone, WishWeight.Must))
        );
        return row;
    }

    /// <summary>Reads back what rules ask for.</summary>
    public readonly Seeker Unpack() =>
        new()
        {
            Zones = Zones,
            Anywhere = Anywhere,
            Perhaps = Trade.Perhaps,
            Wishes = new LifeWishes
            {
                Professions = [.. Trade.Professions],
                Specialties = [.. Trade.Specialties],
                Languages = Tongues.Languages,
                Ways = (WaysToWork)Ways,
                Start = StartDay == Never ? null : DateOnly.FromDayNumber(StartDay),
                FlexibleMonths = FlexibleMonths,
                Settings = (PracticeSettings)Settings,
                DaysPerWeek = Days == Never ? null : Days,
                Rhythm = (WorkRhythm)Rhythm,
                PatientsPerDay = Patients == Never ? null : Patients,
                Surroundings = (Surroundings)Around,
                PartnerSector = Sector == Never ? null : (WorkSector)Sector,
                PartnerProfession = PartnerProfession,
                Children = (ChildrenNeeds)Children,
                Housing = (HousingWanted)Housing,
                Weights = Weights(),
            },
        };

    private readonly Dictionary<Wish, WishWeight> Weights()
    {
        var weights = new Dictionary<Wish, WishWeight>();
        for (var bits = (uint)(Must | Matters | Nice); bits != 0; bits &= bits - 1)
        {
            var bit = BitOperations.TrailingZeroCount(bits);
            weights[(Wish)bit] =
                (Must >> bit & 1) != 0 ? WishWeight.Must
                : (Matters >> bit & 1) != 0 ? WishWeight.Matters
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
