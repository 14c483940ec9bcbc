namespace Releve.Core.Search.Understanding;

/// <summary>The words that negate what follows them, folded, in French, Dutch and English.</summary>
internal static class NegationWords
{
    /// <summary>What follows these is not wanted.</summary>
    public static IReadOnlySet<string> Negators { get; } = Words(
        "sans pas non ni aucun aucune jamais sauf hors excepte geen niet zonder noch nooit behalve no not without nor never except excluding"
    );

    /// <summary>"Pourquoi pas infirmier" negates nothing.</summary>
    public static IReadOnlySet<string> Asking { get; } = Words("pourquoi waarom why");

    /// <summary>What may stand between the negation and what it negates.</summary>
    public static IReadOnlySet<string> Between { get; } = Words(
        "de d du des le la les l un une en a au aux avec travail travailler travaille plus obligation het een de s in op te met werken werk the any an on at work working with"
    );

    /// <summary>After one of these, the negation goes on: "sans nuits ni week-ends", "no nights or weekends".</summary>
    public static IReadOnlySet<string> GoesOn { get; } = Words("ou ni of noch or nor");

    /// <summary>After one of these it goes on only with the same sort of thing: "sans nuits et week-ends", but "sans garde et CDI".</summary>
    public static IReadOnlySet<string> Joins { get; } = Words("et en and");

    /// <summary>Before the name of a place that is not wanted: "pas à Paris", "niet in Gent".</summary>
    public static IReadOnlySet<string> BeforePlaces { get; } = Words("a au aux en in te sur dans at");

    /// <summary>Negations after which a place may follow at once: "sauf Paris".</summary>
    public static IReadOnlySet<string> Exceptions { get; } = Words("sauf hors excepte behalve except excluding");

    /// <summary>What people say that they have not, and no listing is found by.</summary>
    public static IReadOnlySet<string> Lacked { get; } = Words(
        """
        diplome diplomes diplomee qualification qualifications experience experiences permis voiture vehicule concours
        diploma diplomas kwalificatie kwalificaties ervaring rijbewijs auto wagen
        degree degrees licence license car qualified diplomed
        """
    );

    private static HashSet<string> Words(string text) => [.. text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];
}
