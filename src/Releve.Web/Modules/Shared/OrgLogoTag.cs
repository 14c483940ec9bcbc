using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Releve.Web.Modules.Shared;

/// <summary>&lt;org-logo name="Ehpad Les Tilleuls" /&gt;: two initials on one of six hues, always the same for the same name.</summary>
[HtmlTargetElement("org-logo", TagStructure = TagStructure.WithoutEndTag)]
public sealed class OrgLogoTag : TagHelper
{
    private const int Tones = 6;

    // Words that no one would put on a sign: articles and links of the three languages.
    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase)
    {
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "l",
        "d",
        "et",
        "en",
        "à",
        "au",
        "aux",
        "sur",
        "sous",
        "van",
        "het",
        "the",
        "of",
        "and",
        "der",
        "den",
        "te",
        "ter",
        "voor",
        "for",
    };

    public required string Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "org-logo");
        output.Attributes.SetAttribute("data-tone", ToneOf(Name).ToString(CultureInfo.InvariantCulture));
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetContent(InitialsOf(Name));
    }

    public static string InitialsOf(string name)
    {
        var words = name.Split([' ', '\u00A0', '\u202F', '-', '\'', '’', ',', '(', ')', '/'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => char.IsLetterOrDigit(word[0]))
            .ToList();
        var telling = words.Where(word => !Skipped.Contains(word)).ToList();
        var initials = new StringBuilder();
        foreach (var word in (telling.Count > 0 ? telling : words).Take(2))
        {
            initials.Append(char.ToUpperInvariant(word[0]));
        }

        return initials.ToString();
    }

    // FNV-1a: string.GetHashCode differs from one process to the next.
    public static int ToneOf(string name)
    {
        var hash = 2166136261u;
        foreach (var value in Encoding.UTF8.GetBytes(name))
        {
            hash = (hash ^ value) * 16777619u;
        }

        return (int)(hash % Tones) + 1;
    }
}
