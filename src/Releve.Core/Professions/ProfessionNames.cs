using Releve.Core.Languages;

namespace Releve.Core.Professions;

/// <summary>Which form of a name is wanted, where a language has two.</summary>
public enum Gender
{
    Masculine,
    Feminine,
}

/// <summary>A profession's name in both genders; the same twice where the language makes no difference.</summary>
public sealed record GenderedName(string Masculine, string Feminine)
{
    /// <summary>True when the two forms differ: "infirmier", "infirmière".</summary>
    public bool Differs => Masculine != Feminine;

    /// <summary>Both forms, what they share said once: "infirmière, infirmier", "manipulatrice, manipulateur en électroradiologie".</summary>
    public string Both
    {
        get
        {
            if (!Differs)
            {
                return Masculine;
            }
            var (feminine, masculine) = (Feminine.Split(' '), Masculine.Split(' '));
            var shared = 0;
            while (shared < Math.Min(feminine.Length, masculine.Length) - 1 && feminine[^(shared + 1)] == masculine[^(shared + 1)])
            {
                shared++;
            }
            return string.Join(' ', feminine[..^shared]) + ", " + string.Join(' ', masculine);
        }
    }

    /// <summary>The form for a gender.</summary>
    public string For(Gender gender) => gender == Gender.Feminine ? Feminine : Masculine;
}

/// <summary>The names by which people call a profession, language by language.</summary>
public sealed record ProfessionNames(GenderedName Fr, GenderedName Nl, GenderedName En)
{
    /// <summary>The pair of names in a language.</summary>
    public GenderedName In(Language language) =>
        language switch
        {
            Language.Dutch => Nl,
            Language.English => En,
            _ => Fr,
        };
}

/// <summary>Words and short phrases, language by language.</summary>
public sealed record LocalWords(string[] Fr, string[] Nl, string[] En)
{
    /// <summary>No words in any language.</summary>
    public static LocalWords None { get; } = new([], [], []);

    /// <summary>The words in a language.</summary>
    public string[] In(Language language) =>
        language switch
        {
            Language.Dutch => Nl,
            Language.English => En,
            _ => Fr,
        };
}
