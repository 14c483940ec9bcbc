using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Releve.Web.Modules.Shared;

/// <summary>
/// Every form that posts carries an antiforgery token, whatever its action: the framework's own helper leaves it out where an
/// action is written. The attribute token="false" leaves it out on purpose, for what needs none on pages that are kept.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostFormTag(IAntiforgery antiforgery) : TagHelper
{
    public bool Token { get; set; } = true;

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Token)
        {
            var tokens = antiforgery.GetAndStoreTokens(ViewContext.HttpContext);
            output.PostContent.AppendHtml($"<input type=\"hidden\" name=\"{tokens.FormFieldName}\" value=\"{tokens.RequestToken}\">");
        }
    }
}
