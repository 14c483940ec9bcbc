using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Releve.Web.Modules.Shared;

/// <summary>
/// Keeps a listing as a favourite, or lets it go: a button of a form that stands once on the page, so that twenty cards need
/// one token.
/// </summary>
/// <param name="Reference">The listing.</param>
/// <param name="IsKept">True when it is a favourite.</param>
/// <param name="Label">What the button does, with the listing's title.</param>
public sealed record KeepButton(string Reference, bool IsKept, string Label) : IHtmlContent
{
    /// <summary>The id of the form on the page.</summary>
    public const string Form = "favourites";

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<button class=\"btn-icon card-save\" type=\"submit\" form=\"favourites\" name=\"");
        writer.Write(IsKept ? "drop" : "keep");
        writer.Write("\" value=\"");
        encoder.Encode(writer, Reference);
        writer.Write(IsKept ? "\" data-kept title=\"" : "\" title=\"");
        encoder.Encode(writer, Label);
        writer.Write("\">");
        Icons.Svg("bookmark").WriteTo(writer, encoder);
        writer.Write("<span class=\"vh\">");
        encoder.Encode(writer, Label);
        writer.Write("</span></button>");
    }
}
