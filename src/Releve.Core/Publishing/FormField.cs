namespace Releve.Core.Publishing;

/// <summary>The steps in which a listing is written: short first, complete on demand.</summary>
public enum FormStep
{
    Essentials = 1,
    Conditions = 2,
    Details = 3,
}

/// <summary>What a field is filled in with, and how what was typed is read.</summary>
public enum FieldControl
{
    Line,
    Area,

    /// <summary>A list, one a line.</summary>
    Lines,
    Whole,
    Decimal,

    /// <summary>Typed in euro, kept in cents.</summary>
    Money,
    Day,

    /// <summary>A day and a time on the clocks of the place.</summary>
    Moment,

    /// <summary>One of an enumeration.</summary>
    Choice,

    /// <summary>Several of an enumeration.</summary>
    Choices,

    /// <summary>Yes, no, or not said.</summary>
    YesNo,

    /// <summary>A box to tick.</summary>
    Tick,

    /// <summary>A percentage and its direction.</summary>
    Fee,
    HalfDays,

    /// <summary>Up to three years with their amounts.</summary>
    Turnover,

    /// <summary>One profession.</summary>
    Profession,

    /// <summary>Professions, one or more.</summary>
    Professions,
    Specialties,

    /// <summary>A commune by its name.</summary>
    Place,

    /// <summary>A range of pay with its unit.</summary>
    Pay,

    /// <summary>Languages that the work asks for, each with a level.</summary>
    LanguageLevels,

    /// <summary>The language of the first text.</summary>
    Language,

    /// <summary>Title and text in the other languages.</summary>
    Translations,

    /// <summary>Pictures that are handed in, each with words for who does not see it.</summary>
    Photographs,
}

/// <summary>What a number is counted in; said beside its field.</summary>
public enum FieldUnit
{
    None,
    Percent,
    HoursPerWeek,
    Years,
    Minutes,
    Days,
    Weeks,
    SquareMetres,
    Euro,
    EuroPerMonth,
}

/// <summary>
/// One field of the form of a kind. From these lists come the form, the reading of what was typed and the names of what is
/// wrong; a field of a kind's own details has the name of its property.
/// </summary>
public sealed record FormField(string Name, FieldControl Control, FormStep Step)
{
    /// <summary>The languages that work can ask for.</summary>
    public static IReadOnlyList<string> AskedLanguages { get; } = ["fr", "nl", "de", "en"];

    /// <summary>It belongs to the kind's own details.</summary>
    public bool Own { get; init; } = true;

    /// <summary>It must be filled in.</summary>
    public bool Required { get; init; }

    /// <summary>The enumeration that a choice is made from.</summary>
    public Type? Options { get; init; }

    /// <summary>What stands when nothing is said: said again here, for stored details know no defaults of their own. Null for the first of the options, or nothing.</summary>
    public string? Default { get; init; }

    /// <summary>What a number is counted in.</summary>
    public FieldUnit Unit { get; init; }

    /// <summary>The longest text, in characters.</summary>
    public int Longest { get; init; } = 200;

    /// <summary>The names of its controls: what of a sent form belongs to it.</summary>
    public IReadOnlyList<string> Inputs =>
        Control switch
        {
            FieldControl.Fee => [Name, Name + "Direction"],
            FieldControl.Photographs => [Name, Name + "Text"],
            FieldControl.Turnover => [Name + "Year", Name + "Amount"],
            FieldControl.Pay => [Name + "Min", Name + "Max", Name + "Unit", Name + "Note"],
            FieldControl.LanguageLevels => [.. AskedLanguages.Select(language => Name + "." + language)],
            FieldControl.Translations => [.. FormText.Codes.SelectMany(code => new[] { FormText.Title + "." + code, FormText.Body + "." + code })],
            _ => [Name],
        };
}

/// <summary>The names under which titles and texts are typed.</summary>
public static class FormText
{
    public const string Title = "title";
    public const string Body = "body";

    /// <summary>The languages in which a listing can be written.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. Languages.LanguageExtensions.All.Select(Languages.LanguageExtensions.Code)];
}
