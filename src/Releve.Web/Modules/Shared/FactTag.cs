using Microsoft.AspNetCore.Razor.TagHelpers;
using Releve.Core.Listings;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Shared;

/// <summary>
/// &lt;tag tone="good" icon="shield-check"&gt;Vérifié&lt;/tag&gt;: a fact or a state. With kind, the tag of a kind of listing;
/// with href, a filter that the link takes off.
/// </summary>
[HtmlTargetElement("tag")]
public sealed class FactTag(PageText text) : TagHelper
{
    /// <summary>good, warn, bad or nothing.</summary>
    public string? Tone { get; set; }

    public string? Icon { get; set; }

    public ListingKind? Kind { get; set; }

    public string? Href { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Href is null ? "span" : "a";
        output.Attributes.SetAttribute("class", Class());
        if (Kind is not null)
        {
            output.Attributes.SetAttribute("data-kind", Kind.Value.Slug());
        }

        var icon = Icon ?? (Kind is { } kind ? KindMark.IconOf(kind) : null);
        if (icon is not null)
        {
            output.PreContent.SetHtmlContent(Icons.Svg(icon));
        }

        if (Href is not null)
        {
            output.Attributes.SetAttribute("href", Href);
            output.PostContent.SetHtmlContent(Icons.Svg("x"));
            output.PostContent.AppendHtml("<span class=\"vh\"> ").Append(text["Shared.remove"]).AppendHtml("</span>");
        }
    }

    private string Class() =>
        this switch
        {
            { Href: not null } => "tag tag-x",
            { Kind: not null } => "tag tag-kind",
            { Tone: not null } => "tag tag-" + Tone,
            _ => "tag",
        };
}
