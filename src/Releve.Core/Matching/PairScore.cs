using System.Numerics;
using System.Runtime.CompilerServices;
using Releve.Core.LifeProjects;

namespace Releve.Core.Matching;

/// <summary>The rules once more, on packed rows and for the figures alone: whether a pair fits, and its rank. Tests hold it against the rules.</summary>
internal static class PairScore
{
    /// <summary>Of a pair that does not fit.</summary>
    public const int Out = -1;

    private const int PointBits = 7;
    private const int Outside = 1 << 14;
    private const int Bit = 1;

    /// <summary>Points of most in thousandths, looked up: a division takes longer than the rest.</summary>
    private static readonly ushort[] Shares = MakeShares();

    /// <summary>The rank of a pair, share before points; <see cref="Out"/> when it does not fit. The offer lies in a zone of that liking.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(in OfferRow offer, in SeekerFacts seeker, Liking liking, int trade, int tongues)
    {
        var (yes, no) = Facts(offer, seeker);
        if ((seeker.Must & no) != 0 || ((trade | tongues) & Outside) != 0)
        {
            return Out;
        }
        var points =
            (trade >> PointBits)
            + (tongues >> PointBits)
            + (5 * BitOperations.PopCount((uint)(seeker.Must & yes)))
            + (3 * BitOperations.PopCount((uint)(seeker.Matters & yes)))
            + BitOperations.PopCount((uint)(seeker.Nice & yes));
        var most = seeker.Most + (trade & 127) + (tongues & 127);
        if (seeker.Ways != 0 || offer.Ways == 0)
        {
            if ((seeker.Ways & offer.Ways) == 0)
            {
                return Out;
            }
            (points, most) = (points + 5, most + 5);
        }
        points += seeker.Anywhere ? 0 : (int)liking + 1;
        return (Shares[(most << PointBits) | points] << PointBits) | points;
    }

    /// <summary>The share that a rank says.</summary>
    public static int ShareOf(int rank) => rank >> PointBits;

    /// <summary>What a query adds for professions and specialties: 7 bits of most, then points.</summary>
    public static int Of(Trade sought, Trade declared)
    {
        var profession = MatchRules.Profession(sought.Professions, declared.Professions, declared.Perhaps);
        var specialty = MatchRules.Specialty(sought, declared);
        var points = Points(profession) + (specialty is { } verdict ? Points(verdict) : 0);
        return profession == Verdict.No || specialty == Verdict.No ? Outside : (points << PointBits) | (specialty is null ? 5 : 10);
    }

    /// <summary>What a query adds for languages.</summary>
    public static int Of(Tongues asked, Tongues spoken) =>
        asked.Languages.Count == 0 ? 0 : ((MatchRules.Language(asked.Languages, spoken.Languages) == Verdict.Yes ? 3 : 0) << PointBits) | 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (int Yes, int No) Facts(in OfferRow offer, in SeekerFacts seeker)
    {
        int yes = offer.Yes;
        int no = offer.No;
        if (offer.StartMonth >= 0)
        {
            var fits = Math.Abs(offer.StartMonth - seeker.StartMonth) <= seeker.FlexibleMonths;
            Note(Wish.Start, fits, !fits && !offer.StartIsFlexible, ref yes, ref no);
        }
        if (offer.Settings != 0)
        {
            var fits = (offer.Settings & seeker.Settings) != 0;
            Note(Wish.Setting, fits, !fits, ref yes, ref no);
        }
        if (offer.Days >= 0)
        {
            Note(Wish.Days, offer.Days == seeker.Days, offer.Days != seeker.Days, ref yes, ref no);
        }
        if (offer.Rhythm != 0)
        {
            var fits = (offer.Rhythm & ~seeker.Rhythm) == 0;
            Note(Wish.Rhythm, fits, !fits, ref yes, ref no);
        }
        if (offer.Patients >= 0)
        {
            Note(Wish.FewPatients, offer.Patients <= seeker.Patients, offer.Patients > seeker.Patients, ref yes, ref no);
        }
        var around = (offer.Around & seeker.Around) != 0;
        Note(Wish.Surroundings, around, !around && (seeker.Around & ~offer.AroundKnown) == 0, ref yes, ref no);
        var home = (offer.HomesYes & seeker.Housing) != 0;
        Note(Wish.Housing, home, !home && (seeker.Housing & ~offer.HomesNo) == 0, ref yes, ref no);
        if (offer.Sectors != 0 || seeker.Partner != 0)
        {
            var work =
                (seeker.Sector >= 0 && (offer.Sectors >> seeker.Sector & 1) != 0)
                || (seeker.Partner != 0 && Array.IndexOf(offer.Partners, seeker.Partner) >= 0);
            Note(Wish.PartnerWork, work, !work && seeker.Partner == 0, ref yes, ref no);
        }
        return (yes, no);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Note(Wish wish, bool isThere, bool isMissing, ref int yes, ref int no)
    {
        yes |= (isThere ? Bit : 0) << (int)wish;
        no |= (isMissing ? Bit : 0) << (int)wish;
    }

    private static int Points(Verdict verdict) => verdict == Verdict.Yes ? 5 : 0;

    private static ushort[] MakeShares()
    {
        var shares = new ushort[1 << (2 * PointBits)];
        for (var most = 1; most < 1 << PointBits; most++)
        {
            for (var points = 0; points <= most; points++)
            {
                shares[(most << PointBits) | points] = (ushort)MatchPoints.Share(points, most);
            }
        }
        return shares;
    }
}
