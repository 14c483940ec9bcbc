using Microsoft.AspNetCore.Razor.TagHelpers;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Shared;

/// <summary>
/// &lt;pager page="3" pages="8" url="@(page => …)" /&gt;: first, last, the current page and its neighbours. One page needs none.
/// </summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTag(PageText text) : TagHelper
{
    public int Page { get; set; }

    public int Pages { get; set; }

    public required Func<int, string> Url { get; set; }

    /// <summary>Tells two pagers of one page apart; a page of results needs none.</summary>
    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Pages < 2)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", Label ?? text["Shared.pager"]);
        output.Content.AppendHtml("<ul>");
        Step(output.Content, Page - 1, "chevron-left", text["Shared.pager.previous"], "prev");
        var last = 0;
        foreach (var page in Shown(Page, Pages))
        {
            if (page > last + 1)
            {
                output.Content.AppendHtml("<li><span aria-hidden=\"true\">…</span></li>");
            }

            Number(output.Content, page);
            last = page;
        }

        Step(output.Content, Page + 1, "chevron-right", text["Shared.pager.next"], "next");
        output.Content.AppendHtml("</ul>");
    }

    /// <summary>1 … 4 5 6 … 9: a gap of a single page is shown as that page.</summary>
    public static IEnumerable<int> Shown(int page, int pages)
    {
        var kept = new SortedSet<int> { 1, pages };
        for (var near = Math.Max(1, page - 1); near <= Math.Min(pages, page + 1); near++)
        {
            kept.Add(near);
        }

        if (kept.Contains(3))
        {
            kept.Add(2);
        }

        if (kept.Contains(pages - 2) && pages > 2)
        {
            kept.Add(pages - 1);
        }

        return kept;
    }

    private void Number(TagHelperContent content, int page)
    {
        content.AppendHtml("<li><a href=\"").Append(Url(page)).AppendHtml(page == Page ? "\" aria-current=\"page\">" : "\">");
        content.AppendHtml("<span class=\"vh\">").Append(text["Shared.pager.page"]).AppendHtml(" </span>");
        content.Append(text.Number(page)).AppendHtml("</a></li>");
    }

    private void Step(TagHelperContent content, int page, string icon, string label, string relation)
    {
        if (page < 1 || page > Pages)
        {
            content.AppendHtml("<li><span class=\"pager-off\" aria-hidden=\"true\">").AppendHtml(Icons.Svg(icon)).AppendHtml("</span></li>");
            return;
        }

        content.AppendHtml("<li><a rel=\"").Append(relation).AppendHtml("\" href=\"").Append(Url(page)).AppendHtml("\">");
        content.AppendHtml(Icons.Svg(icon)).AppendHtml("<span class=\"vh\">").Append(label).AppendHtml("</span></a></li>");
    }
}
