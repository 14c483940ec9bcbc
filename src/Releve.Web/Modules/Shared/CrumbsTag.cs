using Microsoft.AspNetCore.Razor.TagHelpers;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Shared;

/// <summary>A step of the way to a page; the last one, the page itself, has no address.</summary>
public sealed record Crumb(string Text, string? Url = null);

/// <summary>&lt;crumbs items="…" /&gt;.</summary>
[HtmlTargetElement("crumbs", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CrumbsTag(PageText text) : TagHelper
{
    public required IReadOnlyList<Crumb> Items { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "crumbs");
        output.Attributes.SetAttribute("aria-label", text["Shared.crumbs"]);
        output.Content.AppendHtml("<ol>");
        foreach (var crumb in Items)
        {
            if (crumb.Url is null)
            {
                output.Content.AppendHtml("<li aria-current=\"page\">").Append(crumb.Text).AppendHtml("</li>");
            }
            else
            {
                output.Content.AppendHtml("<li><a href=\"").Append(crumb.Url).AppendHtml("\">").Append(crumb.Text).AppendHtml("</a></li>");
            }
        }

        output.Content.AppendHtml("</ol>");
    }
}
