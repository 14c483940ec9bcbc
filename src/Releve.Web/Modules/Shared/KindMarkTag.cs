using Microsoft.AspNetCore.Razor.TagHelpers;
using Releve.Core.Listings;

namespace Releve.Web.Modules.Shared;

/// <summary>&lt;kind-mark kind="@ListingKind.Shift" small="true" /&gt;.</summary>
[HtmlTargetElement("kind-mark", TagStructure = TagStructure.WithoutEndTag)]
public sealed class KindMarkTag : TagHelper
{
    public required ListingKind Kind { get; set; }

    public bool Small { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Small ? "mark mark-s" : "mark");
        output.Attributes.SetAttribute("data-kind", Kind.Slug());
        output.Content.SetHtmlContent(Icons.Svg(KindMark.IconOf(Kind)));
    }
}
