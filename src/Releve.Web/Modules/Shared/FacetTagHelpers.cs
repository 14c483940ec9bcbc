using Microsoft.AspNetCore.Razor.TagHelpers;
using Releve.Core.Listings;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Shared;

/// <summary>&lt;facet title="…" open="true"&gt;choices&lt;/facet&gt;: a group that folds without any script.</summary>
[HtmlTargetElement("facet")]
public sealed class FacetTagHelper : TagHelper
{
    public required string Title { get; set; }

    public bool Open { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "details";
        output.Attributes.SetAttribute("class", "facet");
        if (Open)
        {
            output.Attributes.SetAttribute(new TagHelperAttribute("open", value: null, HtmlAttributeValueStyle.Minimized));
        }

        output.PreContent.AppendHtml("<summary>").Append(Title).AppendHtml(Icons.Svg("chevron-down"));
        output.PreContent.AppendHtml("</summary><div class=\"facet-body\" role=\"group\" aria-label=\"").Append(Title).AppendHtml("\">");
        output.PostContent.AppendHtml("</div>");
    }
}

/// <summary>&lt;choice name="kind" value="shift" checked="true" count="11" kind="@ListingKind.Shift"&gt;Gardes&lt;/choice&gt;.</summary>
[HtmlTargetElement("choice")]
public sealed class ChoiceTagHelper(PageText text) : TagHelper
{
    public required string Name { get; set; }

    public required string Value { get; set; }

    public bool Checked { get; set; }

    /// <summary>One answer out of several, instead of several.</summary>
    public bool Single { get; set; }

    public int? Count { get; set; }

    /// <summary>Shows the mark of a kind of listing before the label.</summary>
    public ListingKind? Kind { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "label";
        output.Attributes.SetAttribute("class", "choice");
        output.PreContent.AppendHtml(Single ? "<input type=\"radio\" name=\"" : "<input type=\"checkbox\" name=\"").Append(Name);
        output.PreContent.AppendHtml("\" value=\"").Append(Value).AppendHtml(Checked ? "\" checked>" : "\">");
        if (Kind is { } kind)
        {
            output.PreContent.AppendHtml("<span class=\"mark mark-s\" data-kind=\"").Append(kind.Slug()).AppendHtml("\">");
            output.PreContent.AppendHtml(Icons.Svg(KindMark.IconOf(kind))).AppendHtml("</span>");
        }

        output.PreContent.AppendHtml("<span>");
        output.PostContent.AppendHtml("</span>");
        if (Count is { } count)
        {
            output.PostContent.AppendHtml("<span class=\"choice-n\">").Append(text.Number(count)).AppendHtml("</span>");
        }
    }
}
