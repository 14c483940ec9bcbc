using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Releve.Web.Modules.Shared;

/// <summary>&lt;empty-state title="…" icon="compass"&gt;why, and what to widen&lt;/empty-state&gt;.</summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyStateTag : TagHelper
{
    public required string Title { get; set; }

    public string Icon { get; set; } = "compass";

    /// <summary>1 where it is all there is on the page, 2 below the page's title.</summary>
    public int Heading { get; set; } = 2;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "empty");
        output.PreContent.SetHtmlContent(Icons.Svg(Icon));
        output.PreContent.AppendHtml(Heading == 1 ? "<h1 class=\"h2\">" : "<h2 class=\"h3\">").Append(Title).AppendHtml(Heading == 1 ? "</h1>" : "</h2>");
    }
}
