using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Releve.Web.Modules.Shared;

/// <summary>&lt;baton-meter full="4" half="1" of="6"&gt;4 critères sur 6&lt;/baton-meter&gt;: the words count, the batons only show.</summary>
[HtmlTargetElement("baton-meter")]
public sealed class BatonMeterTag : TagHelper
{
    public int Full { get; set; }

    public int Half { get; set; }

    public int Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute("class", "meter-line");
        output.PreContent.AppendHtml("<span class=\"meter\" aria-hidden=\"true\">");
        for (var i = 0; i < Of; i++)
        {
            output.PreContent.AppendHtml(
                i < Full ? "<i class=\"full\"></i>"
                : i < Full + Half ? "<i class=\"half\"></i>"
                : "<i></i>"
            );
        }

        output.PreContent.AppendHtml("</span> <span class=\"meter-label\">");
        output.PostContent.AppendHtml("</span>");
    }
}
