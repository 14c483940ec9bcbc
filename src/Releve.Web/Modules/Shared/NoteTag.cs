using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Releve.Web.Modules.Shared;

/// <summary>&lt;note icon="info"&gt;…&lt;/note&gt;: a smaller remark beside what it is about.</summary>
[HtmlTargetElement("note")]
public sealed class NoteTag : TagHelper
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
