//go:build !purego

#include "textflag.h"

// Two neighbouring inputs are broadcast to all lanes and multiplied with the
// two rows of eight columns; VPMADDWD adds each two products. Weights are bytes,
// so nothing overflows.

#define STEP(X, LO, HI) \
	VPBROADCASTD (X), Y10     \
	VPMADDWD     Y8, Y10, Y11 \
	VPADDD       Y11, LO, LO  \
	VPMADDWD     Y9, Y10, Y12 \
	VPADDD       Y12, HI, HI  \
	ADDQ         $4, X

// func sum4(x *int16, xStride int, w *int16, steps int, dst *int32, dstStride int)
TEXT ·sum4(SB), NOSPLIT, $0-48
	MOVQ  x+0(FP), SI
	MOVQ  xStride+8(FP), R8
	MOVQ  w+16(FP), DI
	MOVQ  steps+24(FP), CX
	MOVQ  dst+32(FP), DX
	MOVQ  dstStride+40(FP), R9
	LEAQ  (SI)(R8*1), R10
	LEAQ  (SI)(R8*2), R11
	LEAQ  (R10)(R8*2), R12
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y3, Y3, Y3
	VPXOR Y4, Y4, Y4
	VPXOR Y5, Y5, Y5
	VPXOR Y6, Y6, Y6
	VPXOR Y7, Y7, Y7

loop4:
	VMOVDQU (DI), Y8
	VMOVDQU 32(DI), Y9
	STEP(SI, Y0, Y1)
	STEP(R10, Y2, Y3)
	STEP(R11, Y4, Y5)
	STEP(R12, Y6, Y7)
	ADDQ    $64, DI
	DECQ    CX
	JNZ     loop4

	VMOVDQU Y0, (DX)
	VMOVDQU Y1, 32(DX)
	ADDQ    R9, DX
	VMOVDQU Y2, (DX)
	VMOVDQU Y3, 32(DX)
	ADDQ    R9, DX
	VMOVDQU Y4, (DX)
	VMOVDQU Y5, 32(DX)
	ADDQ    R9, DX
	VMOVDQU Y6, (DX)
	VMOVDQU Y7, 32(DX)
	VZEROUPPER
	RET

// func sum1(x, w *int16, steps int, dst *int32)
TEXT ·sum1(SB), NOSPLIT, $0-32
	MOVQ  x+0(FP), SI
	MOVQ  w+8(FP), DI
	MOVQ  steps+16(FP), CX
	MOVQ  dst+24(FP), DX
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1

loop1:
	VMOVDQU (DI), Y8
	VMOVDQU 32(DI), Y9
	STEP(SI, Y0, Y1)
	ADDQ    $64, DI
	DECQ    CX
	JNZ     loop1

	VMOVDQU Y0, (DX)
	VMOVDQU Y1, 32(DX)
	VZEROUPPER
	RET

// func dot(x, y *int16, blocks int) int32
TEXT ·dot(SB), NOSPLIT, $0-28
	MOVQ  x+0(FP), SI
	MOVQ  y+8(FP), DI
	MOVQ  blocks+16(FP), CX
	VPXOR Y0, Y0, Y0

loopDot:
	VMOVDQU  (SI), Y1
	VPMADDWD (DI), Y1, Y1
	VPADDD   Y1, Y0, Y0
	ADDQ     $32, SI
	ADDQ     $32, DI
	DECQ     CX
	JNZ      loopDot

	VEXTRACTI128 $1, Y0, X1
	VPADDD       X1, X0, X0
	VPSHUFD      $0x4E, X0, X1
	VPADDD       X1, X0, X0
	VPSHUFD      $0xB1, X0, X1
	VPADDD       X1, X0, X0
	VMOVD        X0, AX
	VZEROUPPER
	MOVL         AX, ret+24(FP)
	RET

// func sumFew(few *place, n int, w *int16, size int, dst *int32, panels int)
TEXT ·sumFew(SB), NOSPLIT, $0-48
	MOVQ few+0(FP), SI
	MOVQ n+8(FP), R8
	MOVQ w+16(FP), DI
	MOVQ size+24(FP), R9
	MOVQ dst+32(FP), DX
	MOVQ panels+40(FP), CX

panelFew:
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	MOVQ  SI, R10
	MOVQ  R8, R11
	TESTQ R11, R11
	JZ    doneFew

loopFew:
	VPBROADCASTD (R10), Y10
	MOVL         4(R10), AX
	VPMADDWD     (DI)(AX*1), Y10, Y11
	VPMADDWD     32(DI)(AX*1), Y10, Y12
	VPADDD       Y11, Y0, Y0
	VPADDD       Y12, Y1, Y1
	ADDQ         $8, R10
	DECQ         R11
	JNZ          loopFew

doneFew:
	VMOVDQU Y0, (DX)
	VMOVDQU Y1, 32(DX)
	ADDQ    $64, DX
	ADDQ    R9, DI
	DECQ    CX
	JNZ     panelFew
	VZEROUPPER
	RET

// Odd numbers are multiplied in a register of their own, and shifted so that the
// result's 32 bits come to lie where they belong.

// func scale8(y, mult, bias *int32, blocks int)
TEXT ·scale8(SB), NOSPLIT, $0-32
	MOVQ         y+0(FP), DI
	MOVQ         mult+8(FP), SI
	MOVQ         bias+16(FP), DX
	MOVQ         blocks+24(FP), CX
	MOVQ         $0x800000, AX
	MOVQ         AX, X7
	VPBROADCASTQ X7, Y7

loopScale:
	VMOVDQU  (DI), Y0
	VMOVDQU  (SI), Y1
	VPMULDQ  Y1, Y0, Y2
	VPSRLQ   $32, Y0, Y0
	VPSRLQ   $32, Y1, Y1
	VPMULDQ  Y1, Y0, Y3
	VPADDQ   Y7, Y2, Y2
	VPADDQ   Y7, Y3, Y3
	VPSRLQ   $24, Y2, Y2
	VPSLLQ   $8, Y3, Y3
	VPBLENDD $0xAA, Y3, Y2, Y2
	VPADDD   (DX), Y2, Y2
	VMOVDQU  Y2, (DI)
	ADDQ     $32, DI
	ADDQ     $32, SI
	ADDQ     $32, DX
	DECQ     CX
	JNZ      loopScale
	VZEROUPPER
	RET
