using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace Releve.Web.Modules.Shared;

/// <summary>The icons of the folder Icons, embedded in the assembly and held ready as markup.</summary>
public static partial class Icons
{
    private const string Prefix = "icons/";

    private static readonly FrozenDictionary<string, Icon> All = Load();

    public static IEnumerable<string> Names => All.Keys.Order(StringComparer.Ordinal);

    /// <summary>The whole svg element. A wrong name is a bug and throws: the design page shows every icon.</summary>
    public static IHtmlContent Svg(string name) => Find(name).Svg;

    /// <summary>The shapes alone, for a g element within another drawing such as a pin of the map.</summary>
    public static IHtmlContent Shapes(string name) => Find(name).Shapes;

    internal static string Markup(string name) => Find(name).Markup;

    private static Icon Find(string name) =>
        All.TryGetValue(name, out var icon) ? icon : throw new ArgumentException($"No icon is named '{name}'.", nameof(name));

    private static FrozenDictionary<string, Icon> Load()
    {
        var assembly = typeof(Icons).Assembly;
        return assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(
                name => Path.GetFileNameWithoutExtension(name[Prefix.Length..]),
                name =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                    return new Icon(Inner().Match(reader.ReadToEnd()).Groups["inner"].Value);
                },
                StringComparer.Ordinal
            );
    }

    [GeneratedRegex("<svg[^>]*>(?<inner>.*)</svg>", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Inner();

    private sealed class Icon
    {
        public Icon(string inner)
        {
            var shapes = string.Concat(inner.Split('\n').Select(line => line.Trim().Replace(" />", "/>", StringComparison.Ordinal)));
            Shapes = new HtmlString(shapes);
            Markup = $"<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">{shapes}</svg>";
            Svg = new HtmlString(Markup);
        }

        public IHtmlContent Shapes { get; }

        public IHtmlContent Svg { get; }

        public string Markup { get; }
    }
}
