using Microsoft.AspNetCore.Razor.TagHelpers;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Shared;

/// <summary>
/// &lt;error-summary errors="…" /&gt;: first thing in the page after a refused form; takes the focus and leads to the fields.
/// </summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTag(PageText text) : TagHelper
{
    public required IReadOnlyList<FieldError> Errors { get; set; }

    /// <summary>Off where several stand on one page, as on the design page.</summary>
    public bool Focus { get; set; } = true;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "alert alert-bad");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        if (Focus)
        {
            output.Attributes.SetAttribute(new TagHelperAttribute("autofocus", value: null, HtmlAttributeValueStyle.Minimized));
        }

        output.Content.AppendHtml(Icons.Svg("circle-alert")).AppendHtml("<div><h2>").Append(text.Count("Shared.errors", Errors.Count)).AppendHtml("</h2><ul>");
        foreach (var error in Errors)
        {
            output.Content.AppendHtml("<li><a href=\"#").Append(error.Id).AppendHtml("\">").Append(error.Message).AppendHtml("</a></li>");
        }

        output.Content.AppendHtml("</ul></div>");
    }
}
