using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Releve.Web.Modules.Shared;

/// <summary>&lt;alert tone="warn"&gt;…&lt;/alert&gt;: tone is good, warn, bad or nothing; icon and words say it too.</summary>
[HtmlTargetElement("alert")]
public sealed class AlertTag : TagHelper
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
