using System.Globalization;
using System.Text.RegularExpressions;

namespace Releve.Core.Publishing;

/// <summary>Numbers as people type them: "2 450", "2.450,50", "1,200.5", "80 %", "€ 30".</summary>
public static partial class TypedNumber
{
    /// <summary>Reads one; false for anything else.</summary>
    public static bool TryRead(string typed, out decimal number)
    {
        var text = Ornament().Replace(typed, "");
        if (Thousands().IsMatch(text))
        {
            text = text.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        }
        else if (text.LastIndexOf(',') > text.LastIndexOf('.'))
        {
            text = text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
        }
        else
        {
            text = text.Replace(",", "", StringComparison.Ordinal);
        }
        number = 0;
        return text.Length <= 20
            && decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>A number so that it is read back as itself, with a comma.</summary>
    public static string Write(decimal number)
    {
        var text = number.ToString("0.######", CultureInfo.InvariantCulture).Replace('.', ',');
        // Three decimals would be read as thousands.
        return text.IndexOf(',') == text.Length - 4 && text.Contains(',') ? text + "0" : text;
    }

    [GeneratedRegex(@"[\s\u00a0\u202f'’€%]", RegexOptions.NonBacktracking)]
    private static partial Regex Ornament();

    [GeneratedRegex(@"^-?\d{1,3}((\.\d{3})+|(,\d{3})+)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Thousands();
}
