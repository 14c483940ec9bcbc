using System.Text.Encodings.Web;
using Releve.Core.Listings;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Shared;

/// <summary>The control of a choice: its name and value in the address, whether it is chosen, whether it is one of several.</summary>
public readonly record struct ChoiceControl(string Name, string Value, bool Checked, bool Single = false);

/// <summary>
/// The markup of facets and their choices. A page of results has sixty choices and writes them straight into the response:
/// as tag helpers they would cost more than its cards.
/// </summary>
public static class FacetMarkup
{
    /// <summary>What ends a facet.</summary>
    public const string End = "</div></details>";

    /// <summary>What begins a facet.</summary>
    public static void Start(TextWriter writer, HtmlEncoder encoder, string title, bool open)
    {
        writer.Write(open ? "<details class=\"facet\" open><summary>" : "<details class=\"facet\"><summary>");
        encoder.Encode(writer, title);
        writer.Write(Icons.Markup("chevron-down"));
        writer.Write("</summary><div class=\"facet-body\" role=\"group\" aria-label=\"");
        encoder.Encode(writer, title);
        writer.Write("\">");
    }

    /// <summary>What stands before the label of a choice.</summary>
    public static void StartChoice(TextWriter writer, HtmlEncoder encoder, in ChoiceControl control, ListingKind? kind)
    {
        writer.Write(control.Single ? "<label class=\"choice\"><input type=\"radio\" name=\"" : "<label class=\"choice\"><input type=\"checkbox\" name=\"");
        encoder.Encode(writer, control.Name);
        writer.Write("\" value=\"");
        encoder.Encode(writer, control.Value);
        writer.Write(control.Checked ? "\" checked>" : "\">");
        if (kind is { } shown)
        {
            KindMark.Write(writer, shown, small: true);
        }
        writer.Write("<span>");
    }

    /// <summary>What stands after the label of a choice: how many it would leave, if that is known.</summary>
    public static void EndChoice(TextWriter writer, HtmlEncoder encoder, int? count, PageText text)
    {
        writer.Write("</span>");
        if (count is { } known)
        {
            writer.Write("<span class=\"choice-n\">");
            encoder.Encode(writer, text.Number(known));
            writer.Write("</span>");
        }
        writer.Write("</label>");
    }
}
