using System.Globalization;
using Releve.Core.Languages;
using Releve.Core.Organisations;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Organisations;

/// <summary>
/// What one looks for in the list of organisations. The address holds exactly this, in the words of its language; it is
/// read in any of the three, so that a shared link always works.
/// </summary>
public sealed record OrganisationForm
{
    /// <summary>The longest text that is searched for.</summary>
    public const int MaxText = 100;

    private const int MaxPage = 10_000;
    private const int MaxIgnored = 60;
    private const int MostValues = 20;
    private const string TextField = "q";
    private const string KindField = "type";
    private const string PageField = "page";

    private static readonly (string Text, string Kind, string Page)[] Names = [("q", "type", "page"), ("q", "soort", "pagina"), ("q", "kind", "page")];

    private static readonly Dictionary<string, OrganisationKind>[] KindWords =
    [
        .. LanguageExtensions.All.Select(language => Enum.GetValues<OrganisationKind>().ToDictionary(kind => KindWord(kind, language))),
    ];

    /// <summary>Words of the name or the place, as typed.</summary>
    public string Text { get; init; } = "";

    /// <summary>One kind only.</summary>
    public OrganisationKind? Kind { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Parts of the address that mean nothing here, cut short; not part of the search.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>The names of the form's fields in a language.</summary>
    public static (string Text, string Kind, string Page) NamesIn(Language language) => Names[(int)language];

    /// <summary>The word for a kind in an address: "hopital".</summary>
    public static string KindWord(OrganisationKind kind, Language language) => Folding.Slug(TextBook.In(language)[$"Organisations.kind.{kind}"]);

    /// <summary>Reads an address; what it cannot use is told in <see cref="Ignored"/>.</summary>
    public static OrganisationForm Read(IQueryCollection query)
    {
        var form = new OrganisationForm();
        var ignored = new List<string>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, values) in query)
        {
            foreach (var value in values.Where(value => !string.IsNullOrWhiteSpace(value)).Take(MostValues))
            {
                var field = FieldOf(name);
                var read = taken.Contains(field) ? null : form.With(field, value!);
                if (read is null || (field == TextField && read.Text.Length < value!.Trim().Length))
                {
                    ignored.Add(Shown(name, value!));
                }
                _ = read is null || taken.Add(field);
                form = read ?? form;
            }
        }
        return form with { Ignored = ignored };
    }

    /// <summary>True for a parameter that says what holds without it: the first page.</summary>
    public static bool IsUsual(string name, string value) => value == "1" && FieldOf(name) == PageField;

    /// <summary>The form as the end of an address: "?q=chartres&amp;type=hopital"; empty when nothing is asked for.</summary>
    public string Query(Language language)
    {
        var names = NamesIn(language);
        var parts = new List<string>();
        if (Text.Length > 0)
        {
            parts.Add($"{names.Text}={Uri.EscapeDataString(Text)}");
        }
        if (Kind is { } kind)
        {
            parts.Add($"{names.Kind}={KindWord(kind, language)}");
        }
        if (Page > 1)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{names.Page}={Page}"));
        }
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    // Any language's name of a field, in the words of one.
    private static string FieldOf(string name) =>
        Names.Any(names => names.Text == name) ? TextField
        : Names.Any(names => names.Kind == name) ? KindField
        : Names.Any(names => names.Page == name) ? PageField
        : "";

    private OrganisationForm? With(string field, string value) =>
        field switch
        {
            TextField => WithText(value),
            KindField => WithKind(value),
            PageField => WithPage(value),
            _ => null,
        };

    private OrganisationForm WithText(string value) => this with { Text = value.Trim() is { Length: > MaxText } text ? text[..MaxText] : value.Trim() };

    private OrganisationForm? WithKind(string value) =>
        Array.Find(KindWords, words => words.ContainsKey(value)) is { } known ? this with { Kind = known[value] } : null;

    private OrganisationForm? WithPage(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is >= 1 and <= MaxPage ? this with { Page = page } : null;

    private static string Shown(string name, string value) => $"{name}={value}" is { Length: > MaxIgnored } text ? text[..MaxIgnored] + "…" : $"{name}={value}";
}
