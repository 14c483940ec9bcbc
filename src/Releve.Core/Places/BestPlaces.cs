namespace Releve.Core.Places;

/// <summary>The few best of the places offered, each once, best first.</summary>
internal ref struct BestPlaces(Span<(long Score, int Place)> room)
{
    private readonly Span<(long Score, int Place)> room = room;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>No better fit can be displaced by a lesser one any more.</summary>
    public readonly bool IsFull => Count == room.Length;

    /// <summary>The place at a rank.</summary>
    public readonly int this[int i] => room[i].Place;

    /// <summary>How well the place at a rank fits.</summary>
    public readonly NameFit Fit(int i) => (NameFit)(room[i].Score >> 40);

    /// <summary>Takes the place in when it is good enough.</summary>
    public void Offer(int place, NameFit fit, long weight)
    {
        var score = ((long)fit << 40) + weight;
        if (IsFull && room[^1].Score >= score)
        {
            return;
        }
        for (var i = 0; i < Count; i++)
        {
            if (room[i].Place == place)
            {
                if (room[i].Score >= score)
                {
                    return;
                }
                room[(i + 1)..Count].CopyTo(room[i..]);
                Count--;
                break;
            }
        }
        var at = Math.Min(Count, room.Length - 1);
        while (at > 0 && room[at - 1].Score < score)
        {
            room[at] = room[at - 1];
            at--;
        }
        room[at] = (score, place);
        Count = Math.Min(Count + 1, room.Length);
    }
}
