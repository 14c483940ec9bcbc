using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Releve.Web.Modules.Shared;

/// <summary>&lt;facet title="…" open="true"&gt;choices&lt;/facet&gt;: a group that folds without any script.</summary>
[HtmlTargetElement("facet")]
public sealed class FacetTag : TagHelper
{
    public required string Title { get; set; }

    public bool Open { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.PreContent.SetHtmlContent(new WrittenContent((writer, encoder) => FacetMarkup.Start(writer, encoder, Title, Open)));
        output.PostContent.SetHtmlContent(FacetMarkup.End);
    }
}
