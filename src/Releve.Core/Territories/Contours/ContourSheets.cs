using System.Collections.Concurrent;
using Releve.Core.Places;
using Releve.Core.Search;

namespace Releve.Core.Territories.Contours;

/// <summary>
/// The sheets of the whole country, each drawn when first asked for and then kept. Nothing is drawn at start; a sheet takes
/// about a tenth of a second.
/// </summary>
public sealed class ContourSheets(IReadOnlyList<Commune> communes)
{
    // About 100 KB each; windows come in few sizes and places, so that everybody's maps share them.
    private const int MostKept = 128;

    private const double CommunesUpToKm = 75;
    private const double DistrictsUpToKm = 480;

    private static readonly SemaphoreSlim Drawing = new(LentSquares.SheetsAtOnce);

    private readonly ConcurrentDictionary<SheetKey, Kept> kept = new();
    private long uses;

    /// <summary>The sheet for a view. The areas and communes in focus are drawn as one territory among its neighbours.</summary>
    public ContourSheet For(MapBounds view, IReadOnlyList<string>? focus = null, ContourDetail? detail = null)
    {
        var window = SheetWindow.Around(view);
        var key = new SheetKey(window, detail ?? DetailOf(window), string.Join(' ', (focus ?? []).Order(StringComparer.Ordinal)));
        var sheet = kept.GetOrAdd(key, wanted => new Kept(new Lazy<ContourSheet>(() => DrawInTurn(wanted))));
        sheet.LastUse = Interlocked.Increment(ref uses);
        if (kept.Count > MostKept)
        {
            Forget();
        }
        return sheet.Sheet.Value;
    }

    private static ContourDetail DetailOf(SheetWindow window) =>
        window.SideKm switch
        {
            <= CommunesUpToKm => ContourDetail.Communes,
            <= DistrictsUpToKm => ContourDetail.Districts,
            _ => ContourDetail.Departments,
        };

    private ContourSheet DrawInTurn(SheetKey key)
    {
        Drawing.Wait();
        try
        {
            return Draw(key);
        }
        finally
        {
            Drawing.Release();
        }
    }

    private ContourSheet Draw(SheetKey key)
    {
        if (key.Focus.Length == 0)
        {
            return ContourSheet.Draw(communes, key.Window, key.Detail);
        }
        var codes = key.Focus.Split(' ').ToHashSet();
        bool IsIn(string? code) => code is not null && codes.Contains(code);
        return ContourSheet.Draw(
            communes,
            key.Window,
            key.Detail,
            commune => IsIn(commune.Code) || IsIn(commune.DistrictCode) || IsIn(commune.DepartmentCode) || IsIn(commune.RegionCode)
        );
    }

    private void Forget()
    {
        foreach (var (key, _) in kept.OrderBy(pair => pair.Value.LastUse).Take(MostKept / 4).ToList())
        {
            kept.TryRemove(key, out _);
        }
    }

    private readonly record struct SheetKey(SheetWindow Window, ContourDetail Detail, string Focus);

    private sealed class Kept(Lazy<ContourSheet> sheet)
    {
        public Lazy<ContourSheet> Sheet { get; } = sheet;

        public long LastUse { get; set; }
    }
}
