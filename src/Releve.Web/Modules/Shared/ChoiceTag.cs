using Microsoft.AspNetCore.Razor.TagHelpers;
using Releve.Core.Listings;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Shared;

/// <summary>&lt;choice name="kind" value="shift" checked="true" count="11" kind="@ListingKind.Shift"&gt;Gardes&lt;/choice&gt;.</summary>
[HtmlTargetElement("choice")]
public sealed class ChoiceTag(PageText text) : TagHelper
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
        output.TagName = null;
        var control = new ChoiceControl(Name, Value, Checked, Single);
        output.PreContent.SetHtmlContent(new WrittenContent((writer, encoder) => FacetMarkup.StartChoice(writer, encoder, control, Kind)));
        output.PostContent.SetHtmlContent(new WrittenContent((writer, encoder) => FacetMarkup.EndChoice(writer, encoder, Count, text)));
    }
}
