using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Releve.Web.Modules.Shared;

/// <summary>&lt;alert tone="warn"&gt;…&lt;/alert&gt;: tone is good, warn, bad or nothing; icon and words say it too.</summary>
[HtmlTargetElement("alert")]
public sealed class AlertTagHelper : TagHelper
{
    public string? Tone { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", Tone is null ? "alert" : "alert alert-" + Tone);
        output.PreContent.SetHtmlContent(
            Icons.Svg(
                Tone switch
                {
                    "good" => "circle-check",
                    "warn" => "triangle-alert",
                    "bad" => "circle-alert",
                    _ => "info",
                }
            )
        );
        output.PreContent.AppendHtml("<div>");
        output.PostContent.AppendHtml("</div>");
    }
}

/// <summary>&lt;note icon="info"&gt;…&lt;/note&gt;: a smaller remark beside what it is about.</summary>
[HtmlTargetElement("note")]
public sealed class NoteTagHelper : TagHelper
{
    public string Icon { get; set; } = "info";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "p";
        output.Attributes.SetAttribute("class", "note");
        output.PreContent.SetHtmlContent(Icons.Svg(Icon));
        output.PreContent.AppendHtml("<span>");
        output.PostContent.AppendHtml("</span>");
    }
}

/// <summary>&lt;empty-state title="…" icon="compass"&gt;why, and what to widen&lt;/empty-state&gt;.</summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyStateTagHelper : TagHelper
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
