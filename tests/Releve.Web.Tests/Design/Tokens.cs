using System.Globalization;
using System.Text.RegularExpressions;

namespace Releve.Web.Tests.Design;

/// <summary>The colour tokens as the style sheets write them, in light or dark.</summary>
internal sealed partial class Tokens
{
    private readonly Dictionary<string, string> _values;

    private Tokens(Dictionary<string, string> values) => _values = values;

    public static string Folder { get; } = Path.Combine(Root(), "src", "Releve.Web", "Styles");

    public static Tokens Read()
    {
        var css = string.Concat(
            Directory
                .EnumerateFiles(Folder, "1*.css")
                .Where(file => !file.EndsWith("no-light-dark.css", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(File.ReadAllText)
        );
        var values = new Dictionary<string, string>();
        foreach (Match match in Declaration().Matches(css))
        {
            // The first one holds: later ones are those of a single kind or tone.
            values.TryAdd(match.Groups["name"].Value, match.Groups["value"].Value);
        }

        return new Tokens(values);
    }

    public IEnumerable<string> Colours => _values.Where(pair => LightDark().IsMatch(pair.Value)).Select(pair => pair.Key);

    /// <summary>Hue and chroma of each kind of listing.</summary>
    public static IReadOnlyDictionary<string, Dictionary<string, double>> Kinds() =>
        KindLine()
            .Matches(File.ReadAllText(Path.Combine(Folder, "12-kinds.css")))
            .ToDictionary(
                match => match.Groups["kind"].Value,
                match => new Dictionary<string, double>
                {
                    ["--kind-h"] = Number(match.Groups["hue"].Value),
                    ["--kind-c"] = Number(match.Groups["chroma"].Value),
                }
            );

    /// <summary>Hue and chroma of each hue that a territory may wear.</summary>
    public static IReadOnlyDictionary<int, Dictionary<string, double>> Hues() =>
        HueLine()
            .Matches(File.ReadAllText(Path.Combine(Folder, "14-hues.css")))
            .ToDictionary(
                match => int.Parse(match.Groups["name"].Value, CultureInfo.InvariantCulture),
                match => new Dictionary<string, double> { ["--hue-h"] = Number(match.Groups["hue"].Value), ["--hue-c"] = Number(match.Groups["chroma"].Value) }
            );

    /// <summary>The value of a token; null where it is transparent. Variables replace the var() within it.</summary>
    public Colour? Value(string name, bool dark, IReadOnlyDictionary<string, double>? variables = null)
    {
        var value = _values[name];
        if (Alias().Match(value) is { Success: true } alias)
        {
            return Value(alias.Groups["name"].Value, dark, variables);
        }

        if (LightDark().Match(value) is { Success: true } pair)
        {
            value = pair.Groups[dark ? "dark" : "light"].Value;
        }

        return value == "transparent" ? null : Parse(Fill(value, variables));
    }

    private static Colour Parse(string value)
    {
        var match = Oklch().Match(value);
        return match.Success
            ? Colour.FromOklch(Number(match.Groups["l"].Value), Number(match.Groups["c"].Value), Number(match.Groups["h"].Value))
            : throw new FormatException($"Not a colour that the tests can read: {value}");
    }

    private static string Fill(string value, IReadOnlyDictionary<string, double>? variables)
    {
        foreach (var (name, number) in variables ?? new Dictionary<string, double>())
        {
            value = value.Replace($"var({name})", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }

        return Product().Replace(value, match => (Number(match.Groups["a"].Value) * Number(match.Groups["b"].Value)).ToString(CultureInfo.InvariantCulture));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Releve.slnx")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run inside the repository.");
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"(?<name>--[\w-]+):\s*(?<value>[^;]+);", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Declaration();

    [GeneratedRegex(
        @"\[data-kind=""(?<kind>[\w-]+)""\] \{ --kind-h: (?<hue>\d+); --kind-c: (?<chroma>[\d.]+);",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex KindLine();

    [GeneratedRegex(
        @"\[data-hue=""(?<name>\d+)""\] \{ --hue-h: (?<hue>\d+); --hue-c: (?<chroma>[\d.]+);",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex HueLine();

    [GeneratedRegex(@"^var\((?<name>--[\w-]+)\)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Alias();

    [GeneratedRegex(@"^light-dark\((?<light>transparent|oklch\(.+?\)), (?<dark>oklch\(.+\))\)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex LightDark();

    [GeneratedRegex(@"^oklch\((?<l>[\d.]+) (?<c>[\d.E-]+) (?<h>[\d.]+)( / [\d.]+)?\)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Oklch();

    [GeneratedRegex(@"calc\((?<a>[\d.]+) \* (?<b>[\d.]+)\)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Product();
}
