using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.LocalLife;
using Releve.Core.Search.Index;

namespace Releve.Core.Matching;

/// <summary>An offer packed: facts as bits, so that a comparison takes some nanoseconds. It can be read back whole.</summary>
internal struct OfferRow
{
    public OfferKind Kind;
    public Guid Id;
    public Guid? Organisation;
    public Guid Owner;
    public long Expires;
    public string Commune;
    public string[] Areas;
    public Trade Trade;
    public Tongues Tongues;
    public string[] PartnerProfessions;

    /// <summary>The same by number.</summary>
    public short[] Partners;
    public UnitVector At;
    public ulong TieKey;
    public int StartDay;
    public int StartMonth;
    public ushort Ways;

    /// <summary>What is known to be there, and not to be there, by the numbers of the wishes.</summary>
    public ushort Yes;
    public ushort No;
    public ushort Sectors;
    public short Patients;
    public sbyte Days;
    public byte Settings;
    public byte Rhythm;
    public byte Around;
    public byte AroundKnown;
    public byte HomesYes;
    public byte HomesNo;
    public bool StartIsFlexible;

    /// <summary>Nothing is known of a start.</summary>
    private const int Never = -1;

    /// <summary>Packs an offer.</summary>
    public static OfferRow Of(Offer offer, Interned interned, DateTime expires, Guid owner) =>
        new()
        {
            Kind = offer.Kind,
            Id = offer.Id,
            Organisation = offer.OrganisationId,
            Owner = owner,
            Expires = expires.Ticks,
            Commune = interned.One(offer.CommuneCode)!,
            Areas = interned.List(offer.Areas),
            Trade = interned.Trade(offer.Professions, offer.Specialties, []),
            Tongues = interned.Tongues(offer.Languages),
            PartnerProfessions = interned.List(offer.PartnerProfessions),
            Partners = offer.PartnerProfessions.Count == 0 ? [] : [.. offer.PartnerProfessions.Select(code => (short)interned.NumberOf(code))],
            At = offer.At,
            StartDay = offer.Start?.DayNumber ?? Never,
            StartMonth = offer.Start is { } start ? MatchRules.MonthOf(start) : Never,
            Ways = (ushort)offer.Ways,
            Yes = Facts(offer, true),
            No = Facts(offer, false),
            Sectors = (ushort)offer.Sectors.Aggregate(0, (all, sector) => all | (1 << (int)sector)),
            Patients = (short)Math.Min(offer.PatientsPerDay ?? -1, short.MaxValue),
            Days = (sbyte)(offer.Days ?? -1),
            Settings = (byte)offer.Settings,
            Rhythm = (byte)offer.Rhythm,
            Around = (byte)offer.Surroundings,
            AroundKnown = (byte)offer.SurroundingsKnown,
            HomesYes = (byte)Homes(offer, true),
            HomesNo = (byte)Homes(offer, false),
            StartIsFlexible = offer.StartIsFlexible,
            TieKey = Tie.KeyOf(offer.Kind == OfferKind.Commune ? Tie.OfCommune(offer.CommuneCode) : offer.Id),
        };

    /// <summary>Reads it back.</summary>
    public readonly Offer Unpack() =>
        new()
        {
            Kind = Kind,
            Id = Id,
            OrganisationId = Organisation,
            CommuneCode = Commune,
            Areas = Areas,
            At = At,
            Professions = Trade.Professions,
            Specialties = Trade.Specialties,
            Languages = Tongues.Languages,
            PartnerProfessions = PartnerProfessions,
            Start = StartDay == Never ? null : DateOnly.FromDayNumber(StartDay),
            StartIsFlexible = StartIsFlexible,
            Ways = (WaysToWork)Ways,
            Settings = (PracticeSettings)Settings,
            Days = Days < 0 ? null : Days,
            Rhythm = (WorkRhythm)Rhythm,
            Surroundings = (Surroundings)Around,
            SurroundingsKnown = (Surroundings)AroundKnown,
            PatientsPerDay = Patients < 0 ? null : Patients,
            Colleagues = Fact(Wish.Colleagues),
            Secretary = Fact(Wish.Secretary),
            Station = Fact(Wish.Station),
            NoDuty = Fact(Wish.NoDuty),
            Aid = Fact(Wish.Aid),
            Creche = Fact(Wish.Creche),
            School = Fact(Wish.School),
            SecondarySchool = Fact(Wish.SecondarySchool),
            HomesToRent = Home(HousingWanted.Rent),
            HomesToBuy = Home(HousingWanted.Buy),
            LodgingAtFirst = Home(HousingWanted.LodgingAtFirst),
            Sectors = SectorsOf(Sectors),
        };

    private readonly bool? Fact(Wish wish) => Known(Yes, No, 1 << (int)wish);

    private readonly bool? Home(HousingWanted home) => Known(HomesYes, HomesNo, (int)home);

    private static bool? Known(int yes, int no, int bit) =>
        (yes & bit) != 0 ? true
        : (no & bit) != 0 ? false
        : null;

    private static WorkSector[] SectorsOf(ushort bits)
    {
        return bits == 0 ? [] : [.. Enum.GetValues<WorkSector>().Where(sector => (bits & (1 << (int)sector)) != 0)];
    }

    private static ushort Facts(Offer offer, bool value)
    {
        int Bit(bool? fact, Wish wish) => fact == value ? 1 << (int)wish : 0;
        return (ushort)(
            Bit(offer.Colleagues, Wish.Colleagues)
            | Bit(offer.Secretary, Wish.Secretary)
            | Bit(offer.Station, Wish.Station)
            | Bit(offer.NoDuty, Wish.NoDuty)
            | Bit(offer.Aid, Wish.Aid)
            | Bit(offer.Creche, Wish.Creche)
            | Bit(offer.School, Wish.School)
            | Bit(offer.SecondarySchool, Wish.SecondarySchool)
        );
    }

    private static HousingWanted Homes(Offer offer, bool value) =>
        (offer.HomesToRent == value ? HousingWanted.Rent : HousingWanted.None)
        | (offer.HomesToBuy == value ? HousingWanted.Buy : HousingWanted.None)
        | (offer.LodgingAtFirst == value ? HousingWanted.LodgingAtFirst : HousingWanted.None);
}
